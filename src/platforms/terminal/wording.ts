/** What only the terminal chat says: there, people type what elsewhere are buttons. */
export const TERMINAL_WORDS = {
  hint: "Type a question, or a number from the list.",
  pick: "Type its number, or ask in other words.",
  browse: "Type a number to see what is in a topic.",
  noList: "There is no list to pick from. Ask a question, or type /topics.",
  tourEnd: "That was the last stop. Ask me anything, or type /topics.",
  tourKeys: "Press Enter to go on, type back to go back, or a number to go to that stop.",
  goodbye: "Goodbye.",
  commandsHeading: "Commands",
  commands: [
    ["/topics", "everything I know, by topic"],
    ["/tour", "the first steps, stop by stop"],
    ["/help", "this page"],
    ["/quit", "leave; so do Ctrl-C and Ctrl-D"],
    ["↑ ↓", "your earlier questions"],
  ],
  otherPlatforms:
    "To have me in Slack or Discord, put SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or DISCORD_TOKEN, into a file named .env: see .env.example.",
} as const;

/** In reply to a number that is not in the list shown, which has this many items. */
export function numberOutOfListText(items: number): string {
  return items === 1 ? "The list has only number 1." : `The list has the numbers 1 to ${items}.`;
}
