-- The ten share targets of this plan as an engineer would write them by hand, in one pass, for one date: what `npm run bench` holds the
-- generated SELECT against. :on is the date, as a literal. It counts no unknown facts.
select
  count(*) filter (where upper) as d0, count(*) filter (where upper and level >= 4) as n0,
  count(*) filter (where upper and (office_rank >= 20 or planned_rank >= 20) and birth_date > date '1985-12-31') as fd0,
  count(*) filter (where upper and (office_rank >= 20 or planned_rank >= 20) and birth_date > date '1985-12-31' and level >= 4) as fn0,
  count(*) filter (where employee) as d1, count(*) filter (where employee and level >= 4) as n1,
  count(*) filter (where employee and leader) as d2, count(*) filter (where employee and leader and level >= 4) as n2,
  count(*) filter (where commune) as d3, count(*) filter (where commune and level >= 3) as n3,
  count(*) filter (where commune and leader and needs_language and birth_date > date '1985-12-31') as d4,
  count(*) filter (where commune and leader and needs_language and birth_date > date '1985-12-31' and level >= 3) as n4,
  count(*) filter (where upper) as d5, count(*) filter (where upper and level >= 4) as p5, count(*) filter (where upper and level >= 4 and specialised) as n5,
  count(*) filter (where upper and office_rank >= 20 and birth_date > date '1990-12-31') as fd5,
  count(*) filter (where upper and office_rank >= 20 and birth_date > date '1990-12-31' and level >= 4 and specialised) as fn5,
  count(*) filter (where employee) as d6, count(*) filter (where employee and level >= 4) as p6, count(*) filter (where employee and level >= 4 and specialised) as n6,
  count(*) filter (where employee and leader) as d7, count(*) filter (where employee and leader and level >= 4) as p7, count(*) filter (where employee and leader and level >= 4 and specialised) as n7,
  count(*) filter (where commune) as d8, count(*) filter (where commune and level >= 3) as p8, count(*) filter (where commune and level >= 3 and specialised) as n8,
  count(*) filter (where commune and leader and needs_language and birth_date > date '1990-12-31') as d9,
  count(*) filter (where commune and leader and needs_language and birth_date > date '1990-12-31' and level >= 3) as p9,
  count(*) filter (where commune and leader and needs_language and birth_date > date '1990-12-31' and level >= 3 and specialised) as n9
from (
  select a.kind in ('cadre', 'civil-servant') and v.tier in ('province', 'district') as upper,
         a.kind in ('cadre', 'civil-servant') and v.tier = 'commune' as commune,
         a.kind = 'public-employee' as employee,
         a.leader, a.office_rank, p.birth_date, (v.needs_language or coalesce(po.needs_language, false)) as needs_language,
         pl.office_rank as planned_rank, coalesce(lv.level, 0) as level, (sp.person_id is not null) as specialised
  from assignments a
  join unit_versions v on v.unit_id = a.unit_id and v.valid @> :on
  join people p on p.id = a.person_id
  left join posts po on po.id = a.post_id
  left join (select person_id, max(office_rank) as office_rank from planned_posts where valid_from <= :on and valid_to > :on group by person_id) pl on pl.person_id = a.person_id
  left join (
    select person_id, max(level) as level from certificate_levels
    where valid_from <= :on and valid_to > :on and state = 'verified'
      and (equivalence_code is null or equivalence_code in (select table_code from equivalence_adoptions where valid_from <= :on and valid_to > :on))
    group by person_id) lv on lv.person_id = a.person_id
  left join (select distinct person_id from certificates where type_code = 'language-degree' and exam_date <= :on and state = 'verified') dg on dg.person_id = a.person_id
  left join (
    select distinct person_id from certificates
    where type_code in (select certificate_type from specialised_language_proofs where valid_from <= :on and valid_to > :on)
      and exam_date <= :on and (expires_on is null or expires_on >= :on) and state = 'verified') sp on sp.person_id = a.person_id
  where a.main and a.valid_from <= :on and a.valid_to > :on
    and ((a.kind = 'cadre' and v.body_kind = 'state')
      or (a.kind = 'civil-servant' and v.body_kind in ('party', 'state', 'socio-political') and v.tier in ('province', 'district') and (v.tier <> 'district' or :on < date '2025-07-01'))
      or (a.kind in ('cadre', 'civil-servant') and v.tier = 'commune')
      or (a.kind = 'public-employee' and v.body_kind = 'public-service'))
    and not coalesce(po.language_teacher, false)
    and not (a.kind in ('cadre', 'civil-servant', 'public-employee') and coalesce(v.field, '') = 'external-affairs' and dg.person_id is not null)
) t
