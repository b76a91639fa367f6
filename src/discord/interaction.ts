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

const from = {
  id: z.string(),
  token: z.string(),
  locale: z.string().max(20).catch('en').default('en'),
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
    options: z.array(z.union([memberOption, plainOption])).default([]),
  })
  .transform(({ name, options }) => {
    const member = options.find((option) => 'options' in option);
    const given = member === undefined ? options : member.options;
    return {
      name: member === undefined ? name : `${name} ${member.name}`,
      options: given.flatMap((option) => ('value' in option ? [option] : [])),
    };
  });

const interaction = z.discriminatedUnion('type', [
  z.object({ ...from, type: z.literal(1) }),
  z.object({ ...from, type: z.literal(2), data: z.union([menuData, commandData]) }),
  z.object({ ...from, type: z.literal(3), data: z.object({ custom_id: z.string() }) }),
  z.object({ ...from, type: z.literal(4), data: commandData }),
]);

/** Parses what came over the wire; undefined for a kind of interaction the bot does not offer. */
export function readInteraction(raw: unknown): Interaction | undefined {
  return interaction.safeParse(raw).data;
}

/** The reader's locale, also of an interaction the bot does not offer. */
export function localeOf(raw: unknown): string {
  return z.object({ locale: from.locale }).safeParse(raw).data?.locale ?? 'en';
}
