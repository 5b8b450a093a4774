import { codebookSchema } from '../../shared/codebook/codebook.ts';

/** A small invented dispute for the tests of the language core. */
export const FERRIES = codebookSchema.parse({
  id: 'ferry-crews',
  title: 'The invented ferry crews’ dispute',
  period: { from: '2015-01-01', to: '2015-12-31' },
  actors: [
    {
      id: 'fcu',
      name: 'Ferry Crews Union',
      kind: 'organisation',
      aliases: ['FCU'],
      descriptors: ['the union', 'the crews’ union'],
    },
    {
      id: 'marlow',
      name: 'Dr Anna Marlow',
      kind: 'person',
      aliases: ['Anna Marlow', 'Ms Marlow', 'Marlow'],
      roles: [{ title: 'Chair of the Ferry Crews Union', from: '2014-01-01', to: null }],
      partOf: 'fcu',
    },
    {
      id: 'hunter',
      name: 'Giles Hunter',
      kind: 'person',
      aliases: ['Mr Hunter', 'Hunter'],
      roles: [{ title: 'Harbour Secretary', from: '2012-09-04', to: '2015-07-09' }],
    },
    {
      id: 'price',
      name: 'Olga Price',
      kind: 'person',
      aliases: ['Mrs Price', 'Dame Olga'],
      roles: [
        { title: 'Shadow Harbour Secretary', aliases: ['Labour shadow'], from: '2014-01-01', to: '2015-07-09' },
        { title: 'Harbour Secretary', from: '2015-07-09', to: null },
      ],
    },
    { id: 'crews', name: 'ferry crews', kind: 'group', aliases: ['the crews'] },
    {
      id: 'line',
      name: 'Blue Line',
      kind: 'organisation',
      aliases: ['Blue Line Ferries'],
      descriptors: ['the company'],
    },
  ],
  issues: [
    {
      id: 'strike',
      proposition: 'Industrial action by the crews is justified and should go ahead.',
      terms: ['strike', 'walkout', 'ballot'],
      for: ['last resort'],
      against: ['call off the strike'],
    },
    {
      id: 'rota',
      proposition: 'The new Tide rota should be adopted.',
      terms: ['Tide', 'rota', 'new rota'],
      for: ['fair'],
      against: ['scrap the rota'],
    },
    {
      id: 'talks',
      proposition: 'The dispute should be settled by arbitration or talks.',
      terms: ['arbitration', 'talks', 'mediator'],
    },
  ],
});

/** An article of the invented dispute. */
export const article = (text: string, publishedAt = '2015-03-10') => ({ title: '', text, publishedAt });
