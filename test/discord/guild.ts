import { channel } from './interactions.ts';
import type { JsonObject } from './json.ts';

/** A guild as GUILD_CREATE describes it, with one text channel and the bot as a member. */
export function guild(id: string, channelId: string, botUser: JsonObject): JsonObject {
  return {
    id,
    name: 'A server',
    owner_id: id,
    icon: null,
    splash: null,
    banner: null,
    description: null,
    features: [],
    emojis: [],
    stickers: [],
    roles: [everyone(id)],
    channels: [channel(channelId, id)],
    threads: [],
    members: [
      { user: botUser, roles: [], joined_at: JOINED_AT, deaf: false, mute: false, flags: 0 },
    ],
    member_count: 2,
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    joined_at: JOINED_AT,
    large: false,
    unavailable: false,
    preferred_locale: 'en-US',
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    premium_subscription_count: 0,
    premium_tier: 0,
    public_updates_channel_id: null,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    system_channel_flags: 0,
    system_channel_id: null,
    vanity_url_code: null,
    verification_level: 1,
  };
}

const JOINED_AT = '2024-01-01T00:00:00.000000+00:00';

/** The role everybody has: its id is the guild's. */
function everyone(guildId: string): JsonObject {
  return {
    id: guildId,
    name: '@everyone',
    permissions: '2222085186637376',
    position: 0,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}
