-- Every open work queue asks for its clinic's last lines every few seconds.
create index ix_timeline_event_clinic on timeline_event (clinic_id, id);
