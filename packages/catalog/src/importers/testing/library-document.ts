// A small library in the format of CISO Assistant, in words of our own.
export const library = {
  urn: 'urn:intuitem:risk:library:house',
  locale: 'en',
  ref_id: 'HOUSE',
  name: 'House rules',
  copyright: 'Free',
  version: 2,
  provider: 'The house',
  objects: {
    framework: {
      urn: 'urn:intuitem:risk:framework:house',
      ref_id: 'HOUSE',
      name: 'House rules',
      implementation_groups_definition: [
        { ref_id: 'B', name: 'basic', description: null },
        { ref_id: 'E', name: 'essential' },
      ],
      requirement_nodes: [
        { urn: 'urn:intuitem:risk:req_node:house:1', assessable: false, depth: 1, ref_id: 1, name: 'Doors' },
        {
          urn: 'urn:intuitem:risk:req_node:house:1.1',
          parent_urn: 'URN:intuitem:risk:req_node:house:1',
          assessable: true,
          depth: 2,
          ref_id: '1.1',
          description: 'Doors are locked',
          implementation_groups: ['B', 'E'],
          translations: { fr: { name: 'Serrures', description: 'Les portes sont verrouillées' } },
        },
        {
          urn: 'urn:intuitem:risk:req_node:house:1:note',
          parent_urn: 'urn:intuitem:risk:req_node:house:1',
          assessable: false,
          depth: 2,
          description: 'Keys are small',
        },
      ],
    },
    requirement_mapping_sets: [
      {
        name: 'House to garden',
        source_framework_urn: 'urn:intuitem:risk:framework:house',
        target_framework_urn: 'urn:intuitem:risk:framework:garden',
        requirement_mappings: [
          {
            source_requirement_urn: 'urn:intuitem:risk:req_node:house:1.1',
            target_requirement_urn: 'urn:intuitem:risk:req_node:garden:g.1',
            relationship: 'intersect',
            strength_of_relationship: 5,
          },
        ],
      },
      {
        name: 'Garden to house',
        source_framework_urn: 'urn:intuitem:risk:framework:garden',
        target_framework_urn: 'urn:intuitem:risk:framework:house',
        requirement_mappings: [
          {
            source_requirement_urn: 'urn:intuitem:risk:req_node:garden:g.1',
            target_requirement_urn: 'urn:intuitem:risk:req_node:house:1.1',
            relationship: 'intersect',
          },
        ],
      },
    ],
  },
};
