# syntax=docker/dockerfile:1
FROM node:22-alpine AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:22-alpine
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/dist ./dist
COPY --from=build /app/data ./data
# dist/ holds everything but discord.js, its gateway layer, the drawer of pictures and dotenv, which are loaded only where they are needed.
COPY --from=build /app/node_modules ./node_modules
RUN mkdir state && chown node:node state
VOLUME /app/state
USER node
CMD ["node", "dist/main.js"]
