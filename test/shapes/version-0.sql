-- Takes a store of version 1 back to an invented version 0: no saved mappings, availability without an end, another index name.
drop table csv_mapping;
drop table person_availability;
create table person_availability (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  from_on text not null check (from_on is date(from_on)),
  hours_per_month integer not null check (hours_per_month between 0 and 744),
  unique (person_id, from_on)
) strict;
insert into person_availability (person_id, from_on, hours_per_month) select id, '2026-02-01', 8 from person;
drop index receipt_sha256;
create index receipt_by_fingerprint on receipt (sha256);
pragma user_version = 0;
