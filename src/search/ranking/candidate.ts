/** An entry that may answer the question. */
export interface Candidate {
  /** Number of the entry in the index. */
  entry: number;
  features: Float64Array;
  score: number;
  /** Probability that it is the one meant, given that one of the candidates is. */
  probability: number;
}

/** What a reading of a question found. */
export interface Found {
  /** Best first. */
  candidates: readonly Candidate[];
  /** Probability that the first candidate is what was asked. */
  confidence: number;
  /** Probability that the pack answers the question at all. */
  scope: number;
}
