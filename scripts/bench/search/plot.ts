/** A line of the plot. */
export interface Series {
  name: string;
  /** Both above 0; x ascends. */
  points: readonly { x: number; y: number }[];
}

const FRAME = { width: 900, height: 560, left: 90, right: 230, top: 60, bottom: 70 };
/** Told apart by people with any kind of colour vision: Okabe & Ito, https://jfly.uni-koeln.de/color/; the first for the first line. */
const COLOURS = [
  "#d55e00",
  "#e69f00",
  "#0072b2",
  "#56b4e9",
  "#009e73",
  "#cc79a7",
  "#7a6a00",
  "#555555",
  "#8c510a",
  "#6a3d9a",
  "#1b1b1b",
];
/** Least distance of two labels, in pixels. */
const LABEL_HEIGHT = 17;

/** A plot on logarithmic scales, as SVG: a line each series, named at its right end; the first one is drawn the strongest. */
export function logPlot(title: string, axes: { x: string; y: string }, series: readonly Series[]): string {
  const points = series.flatMap((line) => line.points);
  const x = scale(
    points.map((point) => point.x),
    FRAME.left,
    FRAME.width - FRAME.right,
  );
  const y = scale(
    points.map((point) => point.y),
    FRAME.height - FRAME.bottom,
    FRAME.top,
  );
  const ends = spread(series.map((line) => y.at(line.points.at(-1)?.y ?? 1)));
  const content = [
    ...x.decades.map((value) => gridLine(x.at(value), "x", value)),
    ...y.decades.map((value) => gridLine(y.at(value), "y", value)),
    ...series.map((line, index) => {
      const place = line.points.map((point) => ({ x: x.at(point.x), y: y.at(point.y) }));
      return drawSeries(line.name, place, ends[index] ?? 0, index);
    }),
    text(FRAME.left, 32, title, 'font-size="18" font-weight="600"'),
    text((FRAME.left + FRAME.width - FRAME.right) / 2, FRAME.height - 22, axes.x, 'text-anchor="middle"'),
    text(0, 0, axes.y, `text-anchor="middle" transform="translate(24 ${FRAME.height / 2}) rotate(-90)"`),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FRAME.width} ${FRAME.height}" font-family="system-ui, sans-serif" font-size="13" fill="#222" role="img">
<title>${escapeXml(title)}</title>
<rect width="100%" height="100%" fill="#fff"/>
${content.join("\n")}
</svg>
`;
}

/** A logarithmic scale over whole powers of ten, from one pixel to another. */
function scale(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  return {
    decades: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
    at: (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
  };
}

/** Moves labels down where they would touch, keeping their order; then all of them up as far as they hang out below. */
function spread(places: readonly number[]): number[] {
  const order = places.map((_, index) => index).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = [...places];
  let next = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    moved[index] = Math.max(moved[index] ?? 0, next);
    next = (moved[index] ?? 0) + LABEL_HEIGHT;
  }
  return moved;
}

function drawSeries(name: string, places: readonly { x: number; y: number }[], labelAt: number, index: number): string {
  const colour = COLOURS[index % COLOURS.length];
  const width = index === 0 ? 3.5 : 1.8;
  const end = places.at(-1);
  if (!end) return "";
  const path = places.map((place) => `${place.x.toFixed(1)},${place.y.toFixed(1)}`).join(" ");
  const dots = places.map(
    (place) => `<circle cx="${place.x.toFixed(1)}" cy="${place.y.toFixed(1)}" r="${width + 1}"/>`,
  );
  const labelX = FRAME.width - FRAME.right + 22;
  const leader = `${end.x.toFixed(1)},${end.y.toFixed(1)} ${labelX - 4},${labelAt.toFixed(1)}`;
  return `<g fill="${colour}" stroke="none"><polyline points="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/><polyline points="${leader}" fill="none" stroke="${colour}" stroke-width="0.8" stroke-dasharray="2 3"/>${dots.join("")}${text(labelX, labelAt + 4, name, index === 0 ? 'font-weight="700"' : "")}</g>`;
}

function gridLine(at: number, axis: "x" | "y", value: number): string {
  const [left, right, top, bottom] = [FRAME.left, FRAME.width - FRAME.right, FRAME.top, FRAME.height - FRAME.bottom];
  const ends =
    axis === "x"
      ? `x1="${at}" x2="${at}" y1="${top}" y2="${bottom}"`
      : `x1="${left}" x2="${right}" y1="${at}" y2="${at}"`;
  const label =
    axis === "x"
      ? text(at, bottom + 20, value.toLocaleString("en"), 'text-anchor="middle"')
      : text(left - 10, at + 4, value.toLocaleString("en"), 'text-anchor="end"');
  return `<line ${ends} stroke="#ddd"/>${label}`;
}

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${x}" y="${y.toFixed(1)}" ${attributes}>${escapeXml(content)}</text>`;
}

function escapeXml(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
