# syntax=docker/dockerfile:1

# Only what runs: no development dependencies, and from the lock file alone.
FROM node:22-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY src ./src
COPY knowledge ./knowledge
USER node
EXPOSE 3000
# The process answers SIGTERM itself, so no npm stands between it and Docker.
CMD ["node", "--import", "tsx", "src/main.ts"]
