-- The first day on which a draft is to rule, set when it is handed in to be checked and approved.
alter table plan_drafts add column rule_from date;
