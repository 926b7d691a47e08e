import type { ApartRule } from '../cause';

export const addressReused: ApartRule = {
  id: 'addressReused',
  title: 'Address used again',
  sentence: 'The address went from one machine to another.',
  action: 'Keep all records; track hosts with changing addresses by name or by agent.',
  applies: ({ records, kind }) => {
    return kind === 'address' && records.size > 0;
  },
};
