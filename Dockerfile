# syntax=docker/dockerfile:1
FROM node:22-alpine3.22 AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
# A package's sources, types and maps are of no use to a running bot.
RUN npm run build && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/.cache node_modules/esbuild node_modules/@esbuild \
  && find node_modules dist -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

# Node's program alone: npm and yarn, which a running bot does not need, would add 25 MB.
FROM alpine:3.22
RUN apk add --no-cache libstdc++ && adduser -D -u 1000 node && mkdir /state && chown node:node /state
COPY --from=build /usr/local/bin/node /usr/local/bin/node
ENV NODE_ENV=production XDG_STATE_HOME=/state XDG_CACHE_HOME=/tmp
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/dist ./dist
COPY --from=build /app/data ./data
# dist/ holds everything but discord.js, its gateway layer, the drawer of pictures and dotenv, which are loaded only where they are needed.
COPY --from=build /app/node_modules ./node_modules
# One volume keeps what servers chose (state/settings) and the gateway's sessions.
RUN ln -s /state state
USER node
VOLUME /state
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=15s \
  CMD wget -q -O /dev/null "http://127.0.0.1:${PORT:-8080}/healthz" || exit 1
# An empty PORT, as a copied .env may leave one, is the usual one: else nothing would answer the check.
CMD ["sh", "-c", "PORT=${PORT:-8080} exec node dist/main.js"]
