import * as z from 'zod';

/** A raw interaction, reduced to what the bot needs of it. */
export type Interaction = z.infer<typeof interaction>;

const value = z.union([z.string(), z.number(), z.boolean()]);

const plainOption = z.object({
  name: z.string(),
  type: z.number(),
  value,
  focused: z.boolean().optional(),
});

const memberOption = z.object({
  name: z.string(),
  type: z.literal(1),
  options: z.array(plainOption).default([]),
});

const id = z
  .string()
  .regex(/^\d{1,20}$/)
  .optional()
  .catch(undefined);

const from = {
  id: z.string(),
  token: z.string(),
  locale: z.string().max(20).catch('en').default('en'),
  /** Absent in direct messages. */
  guild_id: id,
  /** Who asks, on a server. */
  member: z
    .object({
      user: z.object({ id }).optional().catch(undefined),
      permissions: z
        .string()
        .regex(/^\d{1,40}$/)
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  /** Who asks, elsewhere. */
  user: z.object({ id }).optional().catch(undefined),
};

const message = z.object({ content: z.string().default('') });

const menuData = z
  .object({
    name: z.string(),
    type: z.literal(3),
    target_id: z.string(),
    resolved: z.object({ messages: z.record(z.string(), message) }),
  })
  .transform(({ name, target_id, resolved }) => ({
    name,
    message: resolved.messages[target_id]?.content ?? '',
  }));

const commandData = z
  .object({
    name: z.string(),
    type: z.literal(1).optional(),
    options: z.array(z.union([memberOption, plainOption])).default([]),
  })
  .transform(({ name, options }) => {
    const member = options.find((option) => 'options' in option);
    const given = member === undefined ? options : member.options;
    return {
      name: member === undefined ? name : `${name} ${member.name}`,
      options: given.filter((option) => 'value' in option),
    };
  });

/** The message a button is on; its flags say who sees it. */
const shownMessage = z.object({ flags: z.number().catch(0) }).catch({ flags: 0 });

const pressed = z.object({
  custom_id: z.string(),
  /** What was picked in a menu. */
  values: z.array(z.string()).max(25).optional(),
});

const interaction = z.discriminatedUnion('type', [
  z.object({ ...from, type: z.literal(1) }),
  z.object({ ...from, type: z.literal(2), data: z.union([commandData, menuData]) }),
  z.object({ ...from, type: z.literal(3), data: pressed, message: shownMessage }),
  z.object({ ...from, type: z.literal(4), data: commandData }),
]);

/** Who asks; undefined for an interaction that does not say. */
export function askerOf({ member, user }: Interaction): string | undefined {
  return member?.user?.id ?? user?.id;
}

/** Bits of a member's permissions, as Discord computes them for the channel. */
const administrator = 1n << 3n;
const manageServer = 1n << 5n;

/** Whether the asker may change the server's settings, whatever commands are shown to whom. */
export function mayManage({ member }: Interaction): boolean {
  return (BigInt(member?.permissions ?? 0) & (administrator | manageServer)) !== 0n;
}

/** Parses what came over the wire; undefined for a kind of interaction the bot does not offer. */
export function readInteraction(raw: unknown): Interaction | undefined {
  return interaction.safeParse(raw).data;
}

/** The reader's locale, also of an interaction the bot does not offer. */
export function localeOf(raw: unknown): string {
  return z.object({ locale: from.locale }).safeParse(raw).data?.locale ?? 'en';
}
