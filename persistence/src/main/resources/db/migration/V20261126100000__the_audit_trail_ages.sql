-- A chain says with an event of its own, under a seal and a key, up to which link its events are removed; only what is
-- said so is removed here, whole months at a time.
create index ix_audit_event_removal on audit_event (clinic_id, position) where action = 'audit.remove';

-- Seals hold no data. The owner has to know which events are under one.
create policy read_sealed on audit_seal for select to openpriorauth_owner using (true);

-- How far each chain's sealed removals reach: the last place, and before which month. The installation's chain has the
-- id of nobody.
create view audit_removed as
  select coalesce(e.clinic_id, '00000000-0000-0000-0000-000000000000') as chain,
         max((e.detail ->> 'up_to')::bigint) as up_to,
         max((e.detail ->> 'before')::timestamptz) as before
    from audit_event e
   where e.action = 'audit.remove' and e.outcome = 'done'
     and exists (select from audit_seal s
                  where s.clinic_id is not distinct from e.clinic_id and s.up_to >= e.position)
   group by 1;

-- Drops the months that are removed and answers which. What no removal speaks of goes on living in the default partition:
-- events that no seal fixes, those that share a seal with younger ones, those of a chain that does not hold.
-- 45 CFR 164.316(b)(2)(i): six years at the least, whoever asks.
create function drop_removed_audit() returns setof date language plpgsql security definer
  -- In UTC whoever calls: a note's day has no zone, and the months begin there.
  set search_path = openpriorauth, pg_temp set timezone = 'UTC' set lock_timeout = '10s' as $$
declare
  ends   date;
  month  date;
  part   text;
  found  boolean;
begin
  select least(max(r.before), now() - interval '6 years') at time zone 'UTC' into ends from audit_removed r;
  if ends is null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('open_audit_month'));
  for part, month in
    select c.relname, to_date(right(c.relname, 6), 'YYYYMM') from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'audit_event'::regclass and c.relname ~ '^audit_event_[0-9]{6}$' order by 2
  loop
    exit when month + interval '1 month' > ends;
    execute format('select exists (select from %I e join audit_removed r'
                   ' on r.chain = coalesce(e.clinic_id, ''00000000-0000-0000-0000-000000000000'')'
                   ' where e.position <= r.up_to) or not exists (select from %I)', part, part) into found;
    continue when not found;
    execute format('alter table audit_event detach partition %I', part);
    execute format('insert into audit_event select e.* from %I e left join audit_removed r'
                   ' on r.chain = coalesce(e.clinic_id, ''00000000-0000-0000-0000-000000000000'')'
                   ' where r.up_to is null or e.position > r.up_to', part);
    execute format('drop table %I', part);
    return next month;
  end loop;
  if exists (select from audit_event_other e join audit_removed r
              on r.chain = coalesce(e.clinic_id, '00000000-0000-0000-0000-000000000000')
              where e.position <= r.up_to and e.at < ends) then
    alter table audit_event_other disable trigger audit_event_append_only;
    return query
      with gone as (
        delete from audit_event_other e using audit_removed r
         where r.chain = coalesce(e.clinic_id, '00000000-0000-0000-0000-000000000000')
           and e.position <= r.up_to and e.at < ends
        returning e.at)
      select distinct date_trunc('month', at)::date from gone;
    alter table audit_event_other enable trigger audit_event_append_only;
  end if;
end $$;
revoke all on function drop_removed_audit() from public;
grant execute on function drop_removed_audit() to openpriorauth_app;
