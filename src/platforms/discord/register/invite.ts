import { OAuth2Scopes, PermissionFlagsBits } from "discord.js";

/** What answering mentions takes, the last for pictures; the commands need no permission. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AttachFiles;

/** Links that add the bot to a server, and to one's own account. */
export function inviteLinks(applicationId: string): { server: string; account: string } {
  return {
    server: link({
      client_id: applicationId,
      integration_type: "0",
      scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
      permissions: String(PERMISSIONS),
    }),
    account: link({ client_id: applicationId, integration_type: "1", scope: OAuth2Scopes.ApplicationsCommands }),
  };
}

function link(parameters: Record<string, string>): string {
  return `https://discord.com/oauth2/authorize?${new URLSearchParams(parameters)}`;
}
