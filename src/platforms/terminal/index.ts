import type { Bot } from "../../bot.ts";
import type { Service } from "../platform.ts";
import { createChat } from "./chat.ts";
import { type Input, type Listener, listen } from "./listen.ts";
import { renderScreen } from "./render.ts";
import { indent, narrower, type Output, type Style, stack, styleOf, wrap } from "./style.ts";
import { TERMINAL_WORDS } from "./wording.ts";

/** Who chats, and where. */
export interface TerminalOptions {
  bot: Bot;
  /** Said once, below the welcome. */
  notice?: string | undefined;
  /** Called once, when the user has left or the platform was stopped. */
  onLeave: () => void;
  /** @default process.stdin */
  input?: Input | undefined;
  /** @default process.stdout */
  output?: Output | undefined;
}

/** Columns to the left of what the bot says: as many as the prompt takes, so that both line up. */
const MARGIN = 2;

/** A chat in the terminal, which needs neither an account nor a network. */
export function createTerminalPlatform(options: TerminalOptions): Service {
  const { bot, notice = "", onLeave, input = process.stdin, output = process.stdout } = options;
  let listener: Listener | undefined;

  const say = (render: (style: Style) => string) => {
    const gap = listener?.isInteractive ? "\n" : "";
    output.write(`\n${indent(render(narrower(styleOf(output), MARGIN)), MARGIN)}\n${gap}`);
  };
  const onEnd = () => {
    if (listener?.isInteractive) say(() => TERMINAL_WORDS.goodbye);
    listener = undefined;
    onLeave();
  };

  return {
    async start() {
      const chat = createChat(bot);
      const style = styleOf(output);
      const opened = listen({
        input,
        output,
        prompt: style.hasColours ? style.paint.green("› ") : "> ",
        completions: TERMINAL_WORDS.commands.map(([name]) => name),
        onMessage(message) {
          const screen = chat.hear(message);
          if (screen === "leave") return opened.close();
          if (screen !== "nothing") say((now) => renderScreen(screen, now));
          opened.prompt();
        },
        onEnd,
      });
      listener = opened;
      say((now) => stack(renderScreen(chat.open(), now), now.paint.dim(wrap(notice, now))));
      opened.prompt();
    },
    async stop() {
      listener?.close();
    },
  };
}
