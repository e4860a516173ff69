/** The platform's name, in conversations' keys, logs and health checks. */
export const PLATFORM = "slack";
