import * as z from "zod";

interface Component {
  id?: number | undefined;
  content?: string | undefined;
  label?: string | undefined;
  placeholder?: string | undefined;
  custom_id?: string | undefined;
  url?: string | undefined;
  items?: { description: string }[] | undefined;
  components?: Component[] | undefined;
}

const componentSchema: z.ZodType<Component> = z.object({
  id: z.number().optional(),
  content: z.string().optional(),
  label: z.string().optional(),
  placeholder: z.string().optional(),
  custom_id: z.string().optional(),
  url: z.string().optional(),
  items: z.array(z.object({ description: z.string() })).optional(),
  get components() {
    return z.array(componentSchema).optional();
  },
});

const messageSchema = z.object({ flags: z.number(), components: z.array(componentSchema) });
const bodySchema = z.union([z.object({ type: z.number(), data: messageSchema }), messageSchema]);

/** A message as its reader sees it. */
export interface Seen {
  /** Type of the response to an interaction. */
  type: number | undefined;
  flags: number;
  /** All text, a part a line. */
  text: string;
  /** Label of a button → its `custom_id` or address; placeholder of a list → its `custom_id`. */
  buttons: Partial<Record<string, string>>;
  /** Descriptions of the pictures. */
  pictures: string[];
  components: unknown;
}

/** Reads the body of a call that carries a message. */
export function see(body: unknown): Seen {
  const parsed = bodySchema.parse(body);
  const { flags, components } = "data" in parsed ? parsed.data : parsed;
  const all = components.flatMap(flatten);
  return {
    type: "type" in parsed ? parsed.type : undefined,
    flags,
    text: all.flatMap(({ content }) => content ?? []).join("\n"),
    buttons: Object.fromEntries(
      all.flatMap(({ label, placeholder, custom_id, url }) => {
        const name = label ?? placeholder;
        return name === undefined ? [] : [[name, custom_id ?? url ?? ""]];
      }),
    ),
    pictures: all.flatMap(({ items = [] }) => items.map(({ description }) => description)),
    components,
  };
}

function flatten(component: Component): Component[] {
  return [component, ...(component.components ?? []).flatMap(flatten)];
}
