-- People: accounts and how they come in. No password, no email needed.
create schema people;

create table people.person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  locale text not null check (locale in ('sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en')),
  -- How a contribution is signed unless it says otherwise (harm.md 7).
  signs_as text not null default 'name' check (signs_as in ('name', 'member', 'inside')),
  came_at timestamptz not null
);

-- Erasure is a record: the person row stays as "a former member", its name is emptied by the action.
create table people.erasure (
  person_id uuid primary key references people.person (id),
  erased_at timestamptz not null
);
