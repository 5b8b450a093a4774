/** A column as SQLite declares it. */
type Columns = Record<string, string>;

const id = 'INTEGER NOT NULL PRIMARY KEY';
const text = "TEXT NOT NULL DEFAULT ''";
const colour = (name: string) => `INTEGER NOT NULL DEFAULT 0 CHECK (${name} BETWEEN 0 AND 255)`;
const colours: Columns = { Red: colour('Red'), Green: colour('Green'), Blue: colour('Blue') };
const flag = (name: string, value: 0 | 1) => `INTEGER NOT NULL DEFAULT ${value} CHECK (${name} BETWEEN 0 AND 1)`;
const refers = (table: string, required = true) =>
  `INTEGER ${required ? 'NOT NULL ' : ''}REFERENCES ${table}(ID) ON DELETE CASCADE`;

const permissions = (value: 0 | 1, ...names: string[]): Columns =>
  Object.fromEntries(names.map((name) => [`Permission${name}`, flag(`Permission${name}`, value)]));

const dataTable = (value: Columns): Columns => ({
  ID: id,
  StatementId: refers('STATEMENTS'),
  VariableId: refers('VARIABLES'),
  ...value,
});

/** The tables of a database of the Discourse Network Analyzer 3 (Leifeld, DNA manual; github.com/leifeld/dna). */
const tables: Record<string, Columns> = {
  SETTINGS: { Property: 'TEXT PRIMARY KEY', Value: 'TEXT NOT NULL' },
  CODERS: {
    ID: id,
    Name: 'TEXT NOT NULL',
    ...colours,
    Refresh: 'INTEGER NOT NULL DEFAULT 0 CHECK (Refresh BETWEEN 0 AND 9999)',
    FontSize: 'INTEGER NOT NULL DEFAULT 14 CHECK (FontSize BETWEEN 1 AND 99)',
    Password: 'TEXT NOT NULL',
    PopupWidth: 'INTEGER DEFAULT 300 CHECK (PopupWidth BETWEEN 100 AND 9999)',
    ColorByCoder: flag('ColorByCoder', 0),
    PopupDecoration: flag('PopupDecoration', 0),
    PopupAutoComplete: flag('PopupAutoComplete', 1),
    ...permissions(1, 'AddDocuments', 'EditDocuments', 'DeleteDocuments', 'ImportDocuments'),
    ...permissions(1, 'AddStatements', 'EditStatements', 'DeleteStatements', 'EditAttributes', 'EditRegex'),
    ...permissions(0, 'EditStatementTypes', 'EditCoders', 'EditCoderRelations'),
    ...permissions(1, 'ViewOthersDocuments', 'EditOthersDocuments', 'ViewOthersStatements', 'EditOthersStatements'),
  },
  DOCUMENTS: {
    ID: id,
    Title: 'TEXT NOT NULL',
    Text: 'TEXT NOT NULL',
    Coder: refers('CODERS', false),
    Author: text,
    Source: text,
    Section: text,
    Notes: text,
    Type: text,
    Date: 'INTEGER NOT NULL',
  },
  STATEMENTTYPES: { ID: id, Label: 'TEXT NOT NULL', ...colours },
  VARIABLES: {
    ID: id,
    Variable: 'TEXT NOT NULL',
    DataType:
      "TEXT NOT NULL DEFAULT 'short text' CHECK (DataType IN ('boolean', 'integer', 'long text', 'short text'))",
    StatementTypeId: refers('STATEMENTTYPES', false),
  },
  VARIABLELINKS: {
    ID: id,
    SourceVariableId: refers('VARIABLES', false),
    TargetVariableId: `${refers('VARIABLES', false)} CHECK (TargetVariableId != SourceVariableId)`,
  },
  REGEXES: { Label: 'TEXT PRIMARY KEY', ...colours },
  CODERRELATIONS: {
    ID: id,
    Coder: `${refers('CODERS', false)} CHECK (Coder > 0 AND Coder != OtherCoder)`,
    OtherCoder: `${refers('CODERS', false)} CHECK (OtherCoder > 0 AND OtherCoder != Coder)`,
    viewStatements: flag('viewStatements', 1),
    editStatements: flag('editStatements', 1),
    viewDocuments: flag('viewDocuments', 1),
    editDocuments: flag('editDocuments', 1),
  },
  STATEMENTS: {
    ID: id,
    StatementTypeId: refers('STATEMENTTYPES', false),
    DocumentId: refers('DOCUMENTS', false),
    Start: 'INTEGER NOT NULL CHECK (Start >= 0 AND Start < Stop)',
    Stop: 'INTEGER NOT NULL CHECK (Stop > Start)',
    Coder: refers('CODERS', false),
  },
  ENTITIES: {
    ID: id,
    VariableId: refers('VARIABLES'),
    Value: text,
    Red: 'INTEGER CHECK (Red BETWEEN 0 AND 255)',
    Green: 'INTEGER CHECK (Green BETWEEN 0 AND 255)',
    Blue: 'INTEGER CHECK (Blue BETWEEN 0 AND 255)',
    ChildOf: 'INTEGER REFERENCES ENTITIES(ID) ON DELETE CASCADE CHECK (ChildOf > 0 AND ChildOf != ID)',
  },
  DATABOOLEAN: dataTable({ Value: 'INTEGER NOT NULL DEFAULT 1' }),
  DATAINTEGER: dataTable({ Value: 'INTEGER NOT NULL DEFAULT 0' }),
  DATASHORTTEXT: dataTable({ Entity: refers('ENTITIES') }),
  DATALONGTEXT: dataTable({ Value: "TEXT DEFAULT ''" }),
  ATTRIBUTEVARIABLES: { ID: id, VariableId: refers('VARIABLES'), AttributeVariable: 'TEXT NOT NULL' },
  ATTRIBUTEVALUES: {
    ID: id,
    EntityId: refers('ENTITIES'),
    AttributeVariableId: refers('ATTRIBUTEVARIABLES'),
    AttributeValue: text,
  },
};

const unique: Record<string, string> = {
  VARIABLES: 'Variable, StatementTypeId',
  ENTITIES: 'VariableId, Value',
  DATABOOLEAN: 'StatementId, VariableId',
  DATAINTEGER: 'StatementId, VariableId',
  DATASHORTTEXT: 'StatementId, VariableId',
  DATALONGTEXT: 'StatementId, VariableId',
  ATTRIBUTEVARIABLES: 'VariableId, AttributeVariable',
  ATTRIBUTEVALUES: 'EntityId, AttributeVariableId',
};

/** The statements that make an empty database. */
export const dnaTables: string = Object.entries(tables)
  .map(([name, columns]) => {
    const lines = Object.entries(columns).map(([column, declared]) => `${column} ${declared}`);
    if (unique[name]) lines.push(`UNIQUE (${unique[name]})`);
    return `CREATE TABLE ${name} (${lines.join(', ')});`;
  })
  .join('\n');
