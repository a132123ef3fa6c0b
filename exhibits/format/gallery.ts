import { z } from 'zod';
import { ext, field, id } from './common';

export const wallName = z.enum(['north', 'east', 'south', 'west', 'northeast', 'southeast', 'southwest', 'northwest']);
export type WallName = z.infer<typeof wallName>;
export const themeName = z.enum(['archive', 'river', 'cinnabar', 'night']);
export type ThemeName = z.infer<typeof themeName>;

export const placement = z
  .strictObject({
    object: field(id, 'The object to hang.', 'large-dragon'),
    wall: field(z.union([wallName, id]), 'A wall by compass, or the id of a partition.', 'north'),
    x: field(z.number(), 'Metres from the wall’s left end, as one faces it, to the middle of the work.', 2.4),
    centreHeight: field(z.number().positive().max(6), 'Height of the middle above the floor, metres.', 1.5).optional(),
    scale: field(z.number().positive().max(100), 'Times its real size.', 1).optional()
  })
  .meta({
    description: 'Where on a wall a work is put.',
    examples: [{ object: 'large-dragon', wall: 'north', x: 2.4 }]
  });
export type Placement = z.infer<typeof placement>;

export const doorway = z
  .strictObject({
    wall: field(wallName, 'The wall it is in.', 'east'),
    x: field(z.number(), 'Metres from the wall’s left end to the middle of the doorway.', 5),
    to: field(id, 'The room it leads to.', 'river')
  })
  .meta({ description: 'An opening to another room.', examples: [{ wall: 'east', x: 5, to: 'river' }] });
export type Doorway = z.infer<typeof doorway>;

export const room = z
  .strictObject({
    id: field(id, 'Id of the room; left out, its section’s.', 'machines-room').optional(),
    section: field(id, 'The section this room shows.', 'machines'),
    shape: field(z.enum(['hall', 'long', 'square', 'octagon', 'corridor']), 'Shape of the room.', 'hall').optional(),
    size: field(
      z.strictObject({
        widthM: field(z.number().min(3).max(60), 'West to east, metres.', 13),
        depthM: field(z.number().min(3).max(60), 'North to south, metres.', 10),
        heightM: field(z.number().min(2.6).max(12), 'Floor to ceiling, metres.', 4.2).optional()
      }),
      'Inner size; left out, what the works need.',
      { widthM: 13, depthM: 10 }
    ).optional(),
    doorways: field(z.array(doorway), 'Openings; left out, by rule.', [{ wall: 'east', x: 5, to: 'river' }]).optional(),
    placements: field(z.array(placement), 'Works hung by hand; the rest hang by rule.', [
      { object: 'large-dragon', wall: 'north', x: 2.4 }
    ]).optional(),
    ext: ext.optional()
  })
  .meta({ description: 'A room of the gallery.', examples: [{ section: 'machines', shape: 'hall' }] });
export type Room = z.infer<typeof room>;

export const gallery = z
  .strictObject({
    theme: field(themeName, 'Materials and light of the rooms.', 'river').optional(),
    rooms: field(z.array(room), 'Rooms in walking order; left out, one a section.', [
      { section: 'machines' }
    ]).optional(),
    ext: ext.optional()
  })
  .meta({ description: 'What the author overrides of the rooms made by rule.', examples: [{ theme: 'river' }] });
export type Gallery = z.infer<typeof gallery>;
