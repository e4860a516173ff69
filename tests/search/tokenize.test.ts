import { describe, expect, it } from "vitest";
import { tokensOf } from "../../src/search/text/tokenize.ts";

const wordsOf = (text: string): string => tokensOf(text).join(" ");

describe("the words of a text", () => {
  it("are spelled out where they are short forms, with or without an apostrophe", () => {
    expect(wordsOf("what's up, whats up")).toBe("what is up what is up");
    expect(wordsOf("I don’t, I dont, I can't, I won't")).toBe("i do not i do not i cannot i will not");
    expect(wordsOf("u r late bc of me")).toBe("you are late because of me");
    expect(wordsOf("how 2 run it, how2 stop 2 of them")).toBe("how to run it how to stop 2 of them");
  });

  it("do not become others without their apostrophe", () => {
    expect(wordsOf("she'll")).toBe("she will");
    expect(wordsOf("I'd need the id")).toBe("i would need the id");
    expect(wordsOf("they weren't ours")).toBe("they were not ours");
    expect(wordsOf("the garden's gate")).toBe("the garden gate");
  });

  it("are left of what is pasted with the colours of a terminal", () => {
    expect(wordsOf("\u001b[1;31mERROR\u001b[0m no space left")).toBe("error no space left");
  });

  it("tell programming languages apart that differ by a sign", () => {
    expect(wordsOf("C, C++ or C#? g++ in abc#1")).toBe("c c++ or c# g++ in abc 1");
  });

  it("keep flags, and come out of paths and file names", () => {
    expect(wordsOf("docker run -it --rm /var/run/docker.sock")).toBe("docker run -it --rm var run docker sock");
    expect(wordsOf("my DockerHub compose.yaml")).toBe("my docker hub compose yaml");
  });
});
