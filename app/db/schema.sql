extension pg_trgm

table commitments.agreement
  community_id uuid not null
  id uuid not null
  commitment_id uuid not null
  what text not null
  due_on date
  why text not null
  locale text not null
  agreed_by uuid not null
  agreed_at timestamp with time zone not null
  constraint agreement_pkey PRIMARY KEY (community_id, id)
  constraint agreement_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES people.person(id)
  constraint agreement_community_id_commitment_id_fkey FOREIGN KEY (community_id, commitment_id) REFERENCES commitments.commitment(community_id, id)
  constraint agreement_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint agreement_what_check CHECK (((length(what) >= 3) AND (length(what) <= 300)))
  constraint agreement_why_check CHECK (((length(why) >= 3) AND (length(why) <= 1000)))
  index agreement_of_commitment btree (community_id, commitment_id, agreed_at)

table commitments.answer
  community_id uuid not null
  id uuid not null
  commitment_id uuid not null
  answer text not null
  new_on date
  words text not null default ''::text
  locale text not null
  months smallint
  answered_by uuid not null
  acting_for_id uuid
  signs_as text not null
  answered_at timestamp with time zone not null
  constraint answer_pkey PRIMARY KEY (community_id, id)
  constraint answer_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES communities.organisation(id)
  constraint answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id)
  constraint answer_community_id_commitment_id_fkey FOREIGN KEY (community_id, commitment_id) REFERENCES commitments.commitment(community_id, id)
  constraint answer_community_id_commitment_id_months_fkey FOREIGN KEY (community_id, commitment_id, months) REFERENCES commitments.asking(community_id, commitment_id, months)
  constraint answer_answer_check CHECK ((answer = ANY (ARRAY['kept'::text, 'late'::text, 'changed'::text, 'not-kept'::text])))
  constraint answer_check CHECK (((answer = 'late'::text) = (new_on IS NOT NULL)))
  constraint answer_check1 CHECK (((answer <> ALL (ARRAY['changed'::text, 'not-kept'::text])) OR (length(words) >= 3)))
  constraint answer_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint answer_signs_as_check CHECK ((signs_as = ANY (ARRAY['name'::text, 'member'::text, 'inside'::text])))
  constraint answer_words_check CHECK ((length(words) <= 1000))
  index answer_of_commitment btree (community_id, commitment_id, answered_at)

table commitments.asking
  community_id uuid not null
  commitment_id uuid not null
  months smallint not null
  due_at timestamp with time zone not null
  asked_at timestamp with time zone
  called_off_at timestamp with time zone
  constraint asking_pkey PRIMARY KEY (community_id, commitment_id, months)
  constraint asking_community_id_commitment_id_fkey FOREIGN KEY (community_id, commitment_id) REFERENCES commitments.commitment(community_id, id)
  constraint asking_check CHECK ((asked_at >= due_at))
  constraint asking_check1 CHECK (((asked_at IS NULL) OR (called_off_at IS NULL)))
  constraint asking_months_check CHECK ((months = ANY (ARRAY[1, 3, 6])))
  index asking_due btree (due_at) WHERE ((asked_at IS NULL) AND (called_off_at IS NULL))

table commitments.commitment
  community_id uuid not null
  id uuid not null
  number integer not null
  what text not null
  words text not null default ''::text
  locale text not null
  by_person_id uuid
  by_organisation_id uuid
  by_name text
  signs_as text not null
  to_organisation_id uuid
  to_community_id uuid
  made_on date not null
  due_on date
  origin_kind text
  origin_id uuid
  origin_address text
  origin_title text
  audience text not null default 'public'::text
  recorded_by uuid
  recorded_at timestamp with time zone not null
  written_by_other boolean not null
  stands_due_on date
  state text not null default 'given'::text
  constraint commitment_pkey PRIMARY KEY (community_id, id)
  constraint commitment_community_id_number_key UNIQUE (community_id, number)
  constraint commitment_by_organisation_id_fkey FOREIGN KEY (by_organisation_id) REFERENCES communities.organisation(id)
  constraint commitment_by_person_id_fkey FOREIGN KEY (by_person_id) REFERENCES people.person(id)
  constraint commitment_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint commitment_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people.person(id)
  constraint commitment_to_community_id_fkey FOREIGN KEY (to_community_id) REFERENCES communities.community(id)
  constraint commitment_to_organisation_id_fkey FOREIGN KEY (to_organisation_id) REFERENCES communities.organisation(id)
  constraint commitment_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'members'::text])))
  constraint commitment_by_name_check CHECK (((length(by_name) >= 2) AND (length(by_name) <= 160)))
  constraint commitment_check CHECK ((due_on >= made_on))
  constraint commitment_check1 CHECK ((num_nonnulls(by_person_id, by_organisation_id, by_name) = 1))
  constraint commitment_check2 CHECK ((num_nonnulls(to_organisation_id, to_community_id) <= 1))
  constraint commitment_check3 CHECK ((to_community_id <> community_id))
  constraint commitment_check4 CHECK ((to_organisation_id <> by_organisation_id))
  constraint commitment_check5 CHECK (((by_organisation_id IS NULL) OR (signs_as = 'name'::text)))
  constraint commitment_check6 CHECK ((num_nonnulls(origin_kind, origin_id, origin_address, origin_title) = ANY (ARRAY[0, 4])))
  constraint commitment_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint commitment_number_check CHECK ((number > 0))
  constraint commitment_origin_address_check CHECK (((origin_address ~ '^/[^/]'::text) AND (length(origin_address) <= 300)))
  constraint commitment_origin_kind_check CHECK ((origin_kind ~ '^[a-z][a-z-]{1,39}$'::text))
  constraint commitment_origin_title_check CHECK (((length(origin_title) >= 1) AND (length(origin_title) <= 300)))
  constraint commitment_signs_as_check CHECK ((signs_as = ANY (ARRAY['name'::text, 'member'::text, 'inside'::text])))
  constraint commitment_state_check CHECK ((state = ANY (ARRAY['given'::text, 'kept'::text, 'late'::text, 'changed'::text, 'not-kept'::text, 'differing'::text, 'taken-back'::text])))
  constraint commitment_what_check CHECK (((length(what) >= 3) AND (length(what) <= 300)))
  constraint commitment_words_check CHECK ((length(words) <= 2000))
  index commitment_by_state btree (community_id, state, number)
  index commitment_of_organisation btree (by_organisation_id) WHERE (by_organisation_id IS NOT NULL)
  index commitment_of_origin btree (community_id, origin_id) WHERE (origin_id IS NOT NULL)
  index commitment_of_person btree (by_person_id) WHERE (by_person_id IS NOT NULL)

table commitments.own_word
  community_id uuid not null
  id uuid not null
  commitment_id uuid not null
  words text not null
  locale text not null
  said_by uuid not null
  said_at timestamp with time zone not null
  constraint own_word_pkey PRIMARY KEY (community_id, id)
  constraint own_word_community_id_commitment_id_fkey FOREIGN KEY (community_id, commitment_id) REFERENCES commitments.commitment(community_id, id)
  constraint own_word_said_by_fkey FOREIGN KEY (said_by) REFERENCES people.person(id)
  constraint own_word_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint own_word_words_check CHECK (((length(words) >= 3) AND (length(words) <= 1000)))
  index own_word_of_commitment btree (community_id, commitment_id, said_at)

table commitments.taking_back
  community_id uuid not null
  commitment_id uuid not null
  reason text not null
  why text not null default ''::text
  taken_back_by uuid
  taken_back_at timestamp with time zone not null
  constraint taking_back_pkey PRIMARY KEY (community_id, commitment_id)
  constraint taking_back_community_id_commitment_id_fkey FOREIGN KEY (community_id, commitment_id) REFERENCES commitments.commitment(community_id, id)
  constraint taking_back_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES people.person(id)
  constraint taking_back_check CHECK (((reason = 'left'::text) = (taken_back_by IS NULL)))
  constraint taking_back_check1 CHECK (((reason <> ALL (ARRAY['withdrawn'::text, 'by-desk'::text])) OR (length(why) >= 3)))
  constraint taking_back_reason_check CHECK ((reason = ANY (ARRAY['withdrawn'::text, 'not-mine'::text, 'by-desk'::text, 'left'::text])))
  constraint taking_back_why_check CHECK ((length(why) <= 1000))

table communities.attribute
  community_id uuid not null
  person_id uuid not null
  attribute text not null
  group_name text
  purpose text not null
  consented_at timestamp with time zone not null
  constraint attribute_pkey PRIMARY KEY (community_id, person_id, attribute)
  constraint attribute_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint attribute_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint attribute_attribute_check CHECK ((attribute = ANY (ARRAY['gender'::text, 'age'::text, 'settlement'::text, 'disability'::text, 'ethnicity'::text, 'religion'::text, 'own'::text])))
  constraint attribute_group_name_check CHECK (((length(group_name) >= 1) AND (length(group_name) <= 60)))
  constraint attribute_purpose_check CHECK ((purpose ~ '^[a-z-]+(\.[a-z-]+)+$'::text))

table communities.benchmark
  community_id uuid not null
  attribute text not null
  group_name text not null
  share integer not null
  source text not null
  year integer not null
  set_at timestamp with time zone not null
  set_by uuid not null
  constraint benchmark_pkey PRIMARY KEY (community_id, attribute, group_name)
  constraint benchmark_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint benchmark_set_by_fkey FOREIGN KEY (set_by) REFERENCES people.person(id)
  constraint benchmark_attribute_check CHECK ((attribute = ANY (ARRAY['gender'::text, 'age'::text, 'settlement'::text, 'disability'::text, 'ethnicity'::text, 'religion'::text, 'own'::text])))
  constraint benchmark_group_name_check CHECK (((length(group_name) >= 1) AND (length(group_name) <= 60)))
  constraint benchmark_share_check CHECK (((share >= 0) AND (share <= 10000)))
  constraint benchmark_source_check CHECK (((length(source) >= 2) AND (length(source) <= 200)))
  constraint benchmark_year_check CHECK (((year >= 1900) AND (year <= 2200)))

table communities.card_given
  community_id uuid not null
  person_id uuid not null
  given_by uuid not null
  given_at timestamp with time zone not null
  constraint card_given_pkey PRIMARY KEY (community_id, person_id)
  constraint card_given_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint card_given_given_by_fkey FOREIGN KEY (given_by) REFERENCES people.person(id)
  constraint card_given_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint card_given_check CHECK ((given_by <> person_id))

table communities.charter
  community_id uuid not null
  version integer not null
  rules jsonb not null
  written_at timestamp with time zone not null
  written_by uuid not null
  why text not null default ''::text
  constraint charter_pkey PRIMARY KEY (community_id, version)
  constraint charter_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint charter_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id)
  constraint charter_rules_check CHECK (((((rules ->> 'ageToJoin'::text))::integer >= 0) AND (((rules ->> 'ageToJoin'::text))::integer <= 18)))
  constraint charter_rules_check1 CHECK ((jsonb_array_length((rules -> 'voteBy'::text)) > 0))
  constraint charter_rules_check2 CHECK (((((rules ->> 'quorumPercent'::text))::integer >= 0) AND (((rules ->> 'quorumPercent'::text))::integer <= 100)))
  constraint charter_version_check CHECK ((version > 0))
  constraint charter_why_check CHECK ((length(why) <= 500))

table communities.community
  id uuid not null
  slug text not null
  code text not null
  kind text not null
  name text not null
  english_name text
  locale text not null
  about text not null default ''::text
  place text not null
  country text not null
  time_zone text not null
  latitude double precision
  longitude double precision
  joining text not null default 'approval'::text
  founded_at timestamp with time zone not null
  founded_by uuid not null
  constraint community_pkey PRIMARY KEY (id)
  constraint community_code_key UNIQUE (code)
  constraint community_slug_key UNIQUE (slug)
  constraint community_founded_by_fkey FOREIGN KEY (founded_by) REFERENCES people.person(id)
  constraint community_about_check CHECK ((length(about) <= 4000))
  constraint community_check CHECK (((latitude IS NULL) = (longitude IS NULL)))
  constraint community_code_check CHECK ((code ~ '^[bcdfghjkmnpqrstvwxz]{3,6}$'::text))
  constraint community_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
  constraint community_english_name_check CHECK (((length(english_name) >= 2) AND (length(english_name) <= 120)))
  constraint community_joining_check CHECK ((joining = ANY (ARRAY['open'::text, 'approval'::text, 'invitation'::text])))
  constraint community_kind_check CHECK ((kind = ANY (ARRAY['village'::text, 'quarter'::text, 'association'::text, 'municipality'::text, 'network'::text, 'practice'::text])))
  constraint community_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)))
  constraint community_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint community_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
  constraint community_name_check CHECK (((length(name) >= 2) AND (length(name) <= 120)))
  constraint community_place_check CHECK (((length(place) >= 1) AND (length(place) <= 160)))
  constraint community_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'::text))

table communities.community_organisation
  community_id uuid not null
  organisation_id uuid not null
  joined_at timestamp with time zone not null
  added_by uuid not null
  ended_at timestamp with time zone
  constraint community_organisation_pkey PRIMARY KEY (community_id, organisation_id, joined_at)
  constraint community_organisation_added_by_fkey FOREIGN KEY (added_by) REFERENCES people.person(id)
  constraint community_organisation_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint community_organisation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint community_organisation_check CHECK ((ended_at >= joined_at))
  unique index community_organisation_once btree (community_id, organisation_id) WHERE (ended_at IS NULL)

table communities.help_line
  community_id uuid not null
  id uuid not null
  name text not null
  contact text not null
  hours text not null default ''::text
  entered_at timestamp with time zone not null
  entered_by uuid not null
  ended_at timestamp with time zone
  constraint help_line_pkey PRIMARY KEY (community_id, id)
  constraint help_line_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint help_line_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id)
  constraint help_line_contact_check CHECK (((length(contact) >= 2) AND (length(contact) <= 120)))
  constraint help_line_hours_check CHECK ((length(hours) <= 120))
  constraint help_line_name_check CHECK (((length(name) >= 2) AND (length(name) <= 120)))

table communities.invitation
  community_id uuid not null
  id uuid not null
  list_id uuid not null
  name text not null
  email text
  phone text
  locale text not null
  token_hash text
  sent_at timestamp with time zone
  expires_at timestamp with time zone not null
  answered_at timestamp with time zone
  answer text
  person_id uuid
  constraint invitation_pkey PRIMARY KEY (community_id, id)
  constraint invitation_community_id_list_id_fkey FOREIGN KEY (community_id, list_id) REFERENCES communities.invitation_list(community_id, id)
  constraint invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint invitation_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text])))
  constraint invitation_check CHECK (((answered_at IS NULL) = (answer IS NULL)))
  constraint invitation_check1 CHECK (((NOT (answer IS DISTINCT FROM 'yes'::text)) = (person_id IS NOT NULL)))
  constraint invitation_email_check CHECK (((email ~~ '%_@_%'::text) AND (length(email) <= 200)))
  constraint invitation_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint invitation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  constraint invitation_phone_check CHECK ((phone ~ '^\+[0-9]{6,15}$'::text))
  constraint invitation_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
  index invitation_due btree (expires_at) WHERE (answered_at IS NULL)
  unique index invitation_email btree (community_id, lower(email)) WHERE (answered_at IS NULL)
  unique index invitation_phone btree (community_id, phone) WHERE (answered_at IS NULL)
  unique index invitation_token btree (community_id, token_hash)
  index invitation_unsent btree (community_id) WHERE ((sent_at IS NULL) AND (answered_at IS NULL))

table communities.invitation_list
  community_id uuid not null
  id uuid not null
  source text not null
  made_at timestamp with time zone not null
  made_by uuid
  invited integer not null default 0
  applied_at timestamp with time zone
  undone_at timestamp with time zone
  undone_by uuid
  constraint invitation_list_pkey PRIMARY KEY (community_id, id)
  constraint invitation_list_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint invitation_list_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id)
  constraint invitation_list_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES people.person(id)
  constraint invitation_list_check CHECK (((undone_by IS NULL) OR (undone_at IS NOT NULL)))
  constraint invitation_list_invited_check CHECK ((invited >= 0))
  constraint invitation_list_source_check CHECK (((length(source) >= 3) AND (length(source) <= 200)))

table communities.join_request
  community_id uuid not null
  id uuid not null
  person_id uuid not null
  belonging text not null
  words text not null default ''::text
  asked_at timestamp with time zone not null
  first_yes_by uuid
  first_yes_at timestamp with time zone
  answered_at timestamp with time zone
  answered_by uuid
  answer text
  answer_words text not null default ''::text
  constraint join_request_pkey PRIMARY KEY (community_id, id)
  constraint join_request_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id)
  constraint join_request_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint join_request_first_yes_by_fkey FOREIGN KEY (first_yes_by) REFERENCES people.person(id)
  constraint join_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint join_request_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'withdrawn'::text])))
  constraint join_request_answer_words_check CHECK ((length(answer_words) <= 1000))
  constraint join_request_belonging_check CHECK ((belonging = ANY (ARRAY['lives-here'::text, 'from-here'::text, 'land'::text, 'other'::text])))
  constraint join_request_check CHECK (((first_yes_by IS NULL) = (first_yes_at IS NULL)))
  constraint join_request_check1 CHECK ((((answered_at IS NULL) = (answer IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL))))
  constraint join_request_check2 CHECK (((answer IS DISTINCT FROM 'yes'::text) OR (answered_by <> person_id)))
  constraint join_request_words_check CHECK ((length(words) <= 1000))
  unique index join_request_once btree (community_id, person_id) WHERE (answered_at IS NULL)

table communities.membership
  community_id uuid not null
  id uuid not null
  person_id uuid not null
  how text not null
  belonging text not null default 'lives-here'::text
  joined_at timestamp with time zone not null
  admitted_by uuid
  seconded_by uuid
  alone boolean not null default false
  left_at timestamp with time zone
  constraint membership_pkey PRIMARY KEY (community_id, id)
  constraint membership_admitted_by_fkey FOREIGN KEY (admitted_by) REFERENCES people.person(id)
  constraint membership_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint membership_seconded_by_fkey FOREIGN KEY (seconded_by) REFERENCES people.person(id)
  constraint membership_belonging_check CHECK ((belonging = ANY (ARRAY['lives-here'::text, 'from-here'::text, 'land'::text, 'other'::text])))
  constraint membership_check CHECK ((left_at >= joined_at))
  constraint membership_check1 CHECK (((seconded_by IS NULL) OR (seconded_by <> admitted_by)))
  constraint membership_check2 CHECK (((how <> 'approved'::text) OR ((admitted_by IS NOT NULL) AND (alone = (seconded_by IS NULL)))))
  constraint membership_how_check CHECK ((how = ANY (ARRAY['founded'::text, 'open'::text, 'approved'::text, 'invited'::text, 'card'::text])))
  index membership_by_time btree (community_id, joined_at)
  index membership_of_person btree (person_id)
  unique index membership_once btree (community_id, person_id) WHERE (left_at IS NULL)

table communities.number_counter
  community_id uuid not null
  last_number integer not null
  constraint number_counter_pkey PRIMARY KEY (community_id)
  constraint number_counter_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint number_counter_last_number_check CHECK ((last_number >= 0))

table communities.organisation
  id uuid not null
  slug text not null
  name text not null
  english_name text
  locale text not null
  tier text not null
  kind text not null
  identifier text
  about text not null default ''::text
  country text not null
  registered_at timestamp with time zone not null
  registered_by uuid not null
  constraint organisation_pkey PRIMARY KEY (id)
  constraint organisation_identifier_key UNIQUE (identifier)
  constraint organisation_slug_key UNIQUE (slug)
  constraint organisation_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES people.person(id)
  constraint organisation_about_check CHECK ((length(about) <= 4000))
  constraint organisation_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
  constraint organisation_english_name_check CHECK (((length(english_name) >= 2) AND (length(english_name) <= 160)))
  constraint organisation_identifier_check CHECK (((length(identifier) >= 3) AND (length(identifier) <= 80)))
  constraint organisation_kind_check CHECK ((kind = ANY (ARRAY['grassroots'::text, 'association'::text, 'municipality'::text, 'donor'::text, 'school'::text, 'media'::text])))
  constraint organisation_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint organisation_name_check CHECK (((length(name) >= 2) AND (length(name) <= 160)))
  constraint organisation_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'::text))
  constraint organisation_tier_check CHECK ((tier = ANY (ARRAY['community'::text, 'local'::text, 'national'::text, 'international'::text])))

table communities.organisation_member
  organisation_id uuid not null
  person_id uuid not null
  role text not null
  joined_at timestamp with time zone not null
  added_by uuid not null
  ended_at timestamp with time zone
  constraint organisation_member_pkey PRIMARY KEY (organisation_id, person_id, joined_at)
  constraint organisation_member_added_by_fkey FOREIGN KEY (added_by) REFERENCES people.person(id)
  constraint organisation_member_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint organisation_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint organisation_member_check CHECK ((ended_at >= joined_at))
  constraint organisation_member_role_check CHECK ((role = ANY (ARRAY['member'::text, 'lead'::text])))
  index organisation_member_of_person btree (person_id)
  unique index organisation_member_once btree (organisation_id, person_id) WHERE (ended_at IS NULL)

table communities.recall_voice
  community_id uuid not null
  change_id uuid not null
  person_id uuid not null
  raised_at timestamp with time zone not null
  constraint recall_voice_pkey PRIMARY KEY (community_id, change_id, person_id)
  constraint recall_voice_community_id_change_id_fkey FOREIGN KEY (community_id, change_id) REFERENCES communities.role_change(community_id, id)
  constraint recall_voice_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)

table communities.role_change
  community_id uuid not null
  id uuid not null
  change text not null
  person_id uuid not null
  role text not null
  successor_id uuid
  why text not null default ''::text
  proposed_at timestamp with time zone not null
  proposed_by uuid not null
  closed_at timestamp with time zone
  closed_by uuid
  outcome text
  constraint role_change_pkey PRIMARY KEY (community_id, id)
  constraint role_change_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people.person(id)
  constraint role_change_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint role_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint role_change_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES people.person(id)
  constraint role_change_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES people.person(id)
  constraint role_change_change_check CHECK ((change = ANY (ARRAY['grant'::text, 'end'::text, 'recall'::text])))
  constraint role_change_check CHECK (((change <> 'recall'::text) OR (role = 'steward'::text)))
  constraint role_change_check1 CHECK ((((closed_at IS NULL) = (outcome IS NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL))))
  constraint role_change_check2 CHECK (((change = 'recall'::text) OR (outcome IS DISTINCT FROM 'done'::text) OR (closed_by <> proposed_by)))
  constraint role_change_check3 CHECK (((successor_id IS NULL) OR (successor_id <> person_id)))
  constraint role_change_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'declined'::text, 'withdrawn'::text])))
  constraint role_change_role_check CHECK ((role = ANY (ARRAY['facilitator'::text, 'steward'::text, 'teller'::text, 'official'::text, 'observer'::text, 'keeper'::text])))
  constraint role_change_why_check CHECK ((length(why) <= 1000))
  unique index role_change_once btree (community_id, person_id, role, change) WHERE (closed_at IS NULL)

table communities.role_grant
  community_id uuid not null
  id uuid not null
  person_id uuid not null
  role text not null
  granted_at timestamp with time zone not null
  granted_by uuid not null
  seconded_by uuid
  alone boolean not null default false
  ended_at timestamp with time zone
  ended_by uuid
  end_seconded_by uuid
  recalled_by integer
  constraint role_grant_pkey PRIMARY KEY (community_id, id)
  constraint role_grant_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint role_grant_end_seconded_by_fkey FOREIGN KEY (end_seconded_by) REFERENCES people.person(id)
  constraint role_grant_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.person(id)
  constraint role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people.person(id)
  constraint role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint role_grant_seconded_by_fkey FOREIGN KEY (seconded_by) REFERENCES people.person(id)
  constraint role_grant_check CHECK ((ended_at >= granted_at))
  constraint role_grant_check1 CHECK (((seconded_by IS NULL) OR (seconded_by <> granted_by)))
  constraint role_grant_check2 CHECK ((alone = (seconded_by IS NULL)))
  constraint role_grant_check3 CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  constraint role_grant_check4 CHECK (((end_seconded_by IS NULL) OR (end_seconded_by <> ended_by)))
  constraint role_grant_check5 CHECK (((ended_at IS NULL) OR (ended_by = person_id) OR (end_seconded_by IS NOT NULL) OR (recalled_by IS NOT NULL)))
  constraint role_grant_recalled_by_check CHECK ((recalled_by > 1))
  constraint role_grant_role_check CHECK ((role = ANY (ARRAY['facilitator'::text, 'steward'::text, 'teller'::text, 'official'::text, 'observer'::text, 'keeper'::text])))
  index role_grant_of_person btree (person_id)
  unique index role_grant_once btree (community_id, person_id, role) WHERE (ended_at IS NULL)

table communities.vouch
  community_id uuid not null
  person_id uuid not null
  vouched_by uuid not null
  vouched_at timestamp with time zone not null
  constraint vouch_pkey PRIMARY KEY (community_id, person_id, vouched_by)
  constraint vouch_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint vouch_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint vouch_vouched_by_fkey FOREIGN KEY (vouched_by) REFERENCES people.person(id)
  constraint vouch_check CHECK ((vouched_by <> person_id))

table decisions.answer
  community_id uuid not null
  id uuid not null
  decision_id uuid not null
  answered_at timestamp with time zone not null
  answered_by uuid not null
  acting_for_id uuid
  verdict text not null
  words text not null
  constraint answer_pkey PRIMARY KEY (community_id, id)
  constraint answer_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES communities.organisation(id)
  constraint answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id)
  constraint answer_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.decision(community_id, id)
  constraint answer_verdict_check CHECK ((verdict = ANY (ARRAY['accepted'::text, 'partly'::text, 'declined'::text])))
  constraint answer_words_check CHECK (((length(words) >= 3) AND (length(words) <= 5000)))
  index answer_of btree (community_id, decision_id, id)

table decisions.ballot
  community_id uuid not null
  decision_id uuid not null
  person_id uuid not null
  closes_at timestamp with time zone not null
  cast_at timestamp with time zone not null
  receipt text not null
  marks jsonb not null
  reason text not null default ''::text
  constraint ballot_pkey PRIMARY KEY (community_id, decision_id, person_id)
  constraint ballot_community_id_decision_id_closes_at_fkey FOREIGN KEY (community_id, decision_id, closes_at) REFERENCES decisions.open_box(community_id, decision_id, closes_at) ON UPDATE CASCADE
  constraint ballot_community_id_decision_id_person_id_fkey FOREIGN KEY (community_id, decision_id, person_id) REFERENCES decisions.roll(community_id, decision_id, person_id)
  constraint ballot_check CHECK ((cast_at < closes_at))
  constraint ballot_marks_check CHECK ((jsonb_typeof(marks) = 'array'::text))
  constraint ballot_reason_check CHECK ((length(reason) <= 1000))
  constraint ballot_receipt_check CHECK (((length(receipt) >= 12) AND (length(receipt) <= 40)))

table decisions.calling
  community_id uuid not null
  decision_id uuid not null
  called_at timestamp with time zone not null
  called_by uuid not null
  constraint calling_pkey PRIMARY KEY (community_id, decision_id)
  constraint calling_called_by_fkey FOREIGN KEY (called_by) REFERENCES people.person(id)
  constraint calling_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.decision(community_id, id)

table decisions.closure
  community_id uuid not null
  decision_id uuid not null
  closed_at timestamp with time zone not null
  closed_by uuid
  ballots integer not null
  swept_at timestamp with time zone
  constraint closure_pkey PRIMARY KEY (community_id, decision_id)
  constraint closure_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people.person(id)
  constraint closure_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.opening(community_id, decision_id)
  constraint closure_ballots_check CHECK ((ballots >= 0))
  constraint closure_check CHECK ((swept_at >= closed_at))
  index closure_unswept btree (community_id) WHERE (swept_at IS NULL)

table decisions.counted_table
  community_id uuid not null
  decision_id uuid not null
  label text not null
  counted_as text not null
  constraint counted_table_pkey PRIMARY KEY (community_id, decision_id, label)
  constraint counted_table_community_id_decision_id_counted_as_fkey FOREIGN KEY (community_id, decision_id, counted_as) REFERENCES decisions.counted_table(community_id, decision_id, label)
  constraint counted_table_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.closure(community_id, decision_id)
  constraint counted_table_community_id_decision_id_label_fkey FOREIGN KEY (community_id, decision_id, label) REFERENCES decisions.paper_table(community_id, decision_id, label)

table decisions.decision
  community_id uuid not null
  id uuid not null
  number integer not null
  question text not null
  paper text not null default ''::text
  locale text not null
  secrecy text not null
  method text not null
  method_options jsonb not null default '{}'::jsonb
  ballot_kind text not null
  budget text
  currency text
  opens_at timestamp with time zone
  closes_at timestamp with time zone
  publish_single_ballots boolean not null default false
  interest text not null default 'none'::text
  interest_organisation_id uuid
  rests_on text not null default 'nothing-yet'::text
  answerer text
  answer_by date
  weight text not null default 'person'::text
  table_attribute text
  imported boolean not null default false
  drafted_by uuid
  drafted_at timestamp with time zone not null
  revised_at timestamp with time zone
  constraint decision_pkey PRIMARY KEY (community_id, id)
  constraint decision_community_id_id_weight_key UNIQUE (community_id, id, weight)
  constraint decision_community_id_number_key UNIQUE (community_id, number)
  constraint decision_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint decision_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES people.person(id)
  constraint decision_interest_organisation_id_fkey FOREIGN KEY (interest_organisation_id) REFERENCES communities.organisation(id)
  constraint decision_answerer_check CHECK (((length(answerer) >= 2) AND (length(answerer) <= 200)))
  constraint decision_ballot_kind_check CHECK ((ballot_kind = ANY (ARRAY['approval'::text, 'score'::text, 'cumulative'::text, 'ranked'::text, 'consent'::text])))
  constraint decision_budget_check CHECK ((budget ~ '^[0-9]+(/[0-9]+)?$'::text))
  constraint decision_check CHECK ((imported OR (drafted_by IS NOT NULL)))
  constraint decision_check1 CHECK ((closes_at > opens_at))
  constraint decision_check2 CHECK (((NOT imported) OR (weight = 'person'::text)))
  constraint decision_check3 CHECK ((imported OR ((opens_at IS NOT NULL) AND (closes_at IS NOT NULL))))
  constraint decision_check4 CHECK (((NOT publish_single_ballots) OR (interest = 'none'::text)))
  constraint decision_check5 CHECK (((interest_organisation_id IS NULL) OR (interest <> 'none'::text)))
  constraint decision_check6 CHECK (((answerer IS NULL) = (answer_by IS NULL)))
  constraint decision_check7 CHECK (((budget IS NOT NULL) = (method = ANY (ARRAY['equal-shares'::text, 'greedy'::text]))))
  constraint decision_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint decision_interest_check CHECK ((interest = ANY (ARRAY['none'::text, 'public-body'::text, 'employer'::text, 'funder'::text])))
  constraint decision_method_check CHECK ((method = ANY (ARRAY['majority'::text, 'approval'::text, 'score'::text, 'irv'::text, 'schulze'::text, 'consent'::text, 'equal-shares'::text, 'greedy'::text])))
  constraint decision_method_options_check CHECK ((jsonb_typeof(method_options) = 'object'::text))
  constraint decision_number_check CHECK ((number > 0))
  constraint decision_paper_check CHECK ((length(paper) <= 20000))
  constraint decision_question_check CHECK (((length(question) >= 5) AND (length(question) <= 300)))
  constraint decision_rests_on_check CHECK ((rests_on = ANY (ARRAY['community-word'::text, 'signed-agreement'::text, 'citizens-assembly'::text, 'local-council'::text, 'nothing-yet'::text])))
  constraint decision_secrecy_check CHECK ((secrecy = ANY (ARRAY['secret'::text, 'named'::text])))
  constraint decision_table_attribute_check CHECK ((table_attribute = ANY (ARRAY['gender'::text, 'age'::text, 'settlement'::text, 'disability'::text, 'ethnicity'::text, 'religion'::text, 'own'::text])))
  constraint decision_weight_check CHECK ((weight = ANY (ARRAY['person'::text, 'table'::text])))
  index decision_by_closing btree (community_id, closes_at DESC, id)

table decisions.decision_need
  community_id uuid not null
  decision_id uuid not null
  need_id uuid not null
  constraint decision_need_pkey PRIMARY KEY (community_id, decision_id, need_id)
  constraint decision_need_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.decision(community_id, id)
  index decision_of_need btree (community_id, need_id)

table decisions.extension
  community_id uuid not null
  decision_id uuid not null
  extended_at timestamp with time zone not null
  extended_by uuid
  why text
  earlier_closes_at timestamp with time zone not null
  closes_at timestamp with time zone not null
  missed jsonb
  constraint extension_pkey PRIMARY KEY (community_id, decision_id)
  constraint extension_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.opening(community_id, decision_id)
  constraint extension_extended_by_fkey FOREIGN KEY (extended_by) REFERENCES people.person(id)
  constraint extension_by_house CHECK (((extended_by IS NULL) = (missed IS NOT NULL)))
  constraint extension_by_person CHECK (((extended_by IS NULL) OR ((why IS NOT NULL) AND (extended_at < earlier_closes_at))))
  constraint extension_check CHECK ((closes_at > earlier_closes_at))
  constraint extension_house_after_minute CHECK (((extended_by IS NOT NULL) OR (extended_at >= earlier_closes_at)))
  constraint extension_missed_check CHECK (((jsonb_typeof(missed) = 'array'::text) AND (jsonb_array_length(missed) > 0)))
  constraint extension_why_check CHECK (((length(why) >= 3) AND (length(why) <= 1000)))

table decisions.import
  community_id uuid not null
  id uuid not null
  file_name text not null
  started_at timestamp with time zone not null
  finished_at timestamp with time zone
  voters integer
  notes jsonb not null default '[]'::jsonb
  constraint import_pkey PRIMARY KEY (community_id, id)
  constraint import_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint import_check CHECK ((finished_at >= started_at))
  constraint import_check1 CHECK (((finished_at IS NULL) = (voters IS NULL)))
  constraint import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))
  constraint import_voters_check CHECK ((voters >= 0))

table decisions.imported_part
  community_id uuid not null
  import_id uuid not null
  part integer not null
  rows integer not null
  bytes bytea not null
  constraint imported_part_pkey PRIMARY KEY (community_id, import_id, part)
  constraint imported_part_community_id_import_id_fkey FOREIGN KEY (community_id, import_id) REFERENCES decisions.import(community_id, id)
  constraint imported_part_part_check CHECK ((part >= 0))
  constraint imported_part_rows_check CHECK (((rows >= 1) AND (rows <= 1000)))

table decisions.named_ballot
  community_id uuid not null
  decision_id uuid not null
  person_id uuid not null
  marks jsonb not null
  reason text not null default ''::text
  constraint named_ballot_pkey PRIMARY KEY (community_id, decision_id, person_id)
  constraint named_ballot_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.closure(community_id, decision_id)
  constraint named_ballot_community_id_decision_id_person_id_fkey FOREIGN KEY (community_id, decision_id, person_id) REFERENCES decisions.roll(community_id, decision_id, person_id)
  constraint named_ballot_marks_check CHECK ((jsonb_typeof(marks) = 'array'::text))

table decisions.open_box
  community_id uuid not null
  decision_id uuid not null
  closes_at timestamp with time zone not null
  constraint open_box_pkey PRIMARY KEY (community_id, decision_id)
  constraint open_box_community_id_decision_id_closes_at_key UNIQUE (community_id, decision_id, closes_at)
  constraint open_box_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.opening(community_id, decision_id)

table decisions.opening
  community_id uuid not null
  decision_id uuid not null
  opened_at timestamp with time zone not null
  opened_by uuid
  charter_version integer not null
  vote_by jsonb not null
  on_roll integer not null
  quorum_percent integer not null
  quorum_least integer not null
  weight text not null default 'person'::text
  constraint opening_pkey PRIMARY KEY (community_id, decision_id)
  constraint opening_community_id_decision_id_weight_key UNIQUE (community_id, decision_id, weight)
  constraint opening_community_id_decision_id_weight_fkey FOREIGN KEY (community_id, decision_id, weight) REFERENCES decisions.decision(community_id, id, weight)
  constraint opening_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people.person(id)
  constraint opening_check CHECK (((quorum_least >= 0) AND (quorum_least <= on_roll)))
  constraint opening_on_roll_check CHECK ((on_roll > 0))
  constraint opening_quorum_percent_check CHECK (((quorum_percent >= 0) AND (quorum_percent <= 100)))
  constraint opening_vote_by_check CHECK ((jsonb_array_length(vote_by) > 0))

table decisions.option
  community_id uuid not null
  decision_id uuid not null
  "position" integer not null
  code text not null
  name text not null
  about text not null default ''::text
  standing text
  cost text
  excludes text
  announced boolean
  constraint option_pkey PRIMARY KEY (community_id, decision_id, "position")
  constraint option_community_id_decision_id_code_key UNIQUE (community_id, decision_id, code)
  constraint option_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.decision(community_id, id)
  constraint option_about_check CHECK ((length(about) <= 4000))
  constraint option_code_check CHECK (((length(code) >= 1) AND (length(code) <= 100)))
  constraint option_cost_check CHECK ((cost ~ '^[0-9]+(/[0-9]+)?$'::text))
  constraint option_name_check CHECK (((length(name) >= 1) AND (length(name) <= 500)))
  constraint option_position_check CHECK (("position" > 0))
  constraint option_standing_check CHECK ((standing = ANY (ARRAY['yes'::text, 'no'::text])))

table decisions.outcome
  community_id uuid not null
  decision_id uuid not null
  version integer not null
  computed_at timestamp with time zone not null
  counted jsonb not null
  facts jsonb not null
  constraint outcome_pkey PRIMARY KEY (community_id, decision_id, version)
  constraint outcome_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.decision(community_id, id)
  constraint outcome_version_check CHECK ((version > 0))

table decisions.outreach
  community_id uuid not null
  id uuid not null
  decision_id uuid not null
  attribute text not null
  group_name text not null
  words text not null
  noted_by uuid not null
  noted_at timestamp with time zone not null
  constraint outreach_pkey PRIMARY KEY (community_id, id)
  constraint outreach_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.extension(community_id, decision_id)
  constraint outreach_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people.person(id)
  constraint outreach_attribute_check CHECK ((attribute = ANY (ARRAY['gender'::text, 'age'::text, 'settlement'::text, 'disability'::text, 'ethnicity'::text, 'religion'::text, 'own'::text])))
  constraint outreach_group_name_check CHECK (((length(group_name) >= 1) AND (length(group_name) <= 60)))
  constraint outreach_words_check CHECK (((length(words) >= 3) AND (length(words) <= 1000)))
  index outreach_of btree (community_id, decision_id, id)

table decisions.paper_group
  community_id uuid not null
  decision_id uuid not null
  rule text not null
  attribute text not null
  group_name text not null
  subject text
  constraint paper_group_pkey PRIMARY KEY (community_id, decision_id, rule, attribute, group_name)
  constraint paper_group_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.decision(community_id, id)
  constraint paper_group_attribute_check CHECK ((attribute = ANY (ARRAY['gender'::text, 'age'::text, 'settlement'::text, 'disability'::text, 'ethnicity'::text, 'religion'::text, 'own'::text])))
  constraint paper_group_check CHECK (((rule = 'approval'::text) = (subject IS NOT NULL)))
  constraint paper_group_group_name_check CHECK (((length(group_name) >= 1) AND (length(group_name) <= 60)))
  constraint paper_group_rule_check CHECK ((rule = ANY (ARRAY['turnout'::text, 'approval'::text])))
  constraint paper_group_subject_check CHECK (((length(subject) >= 2) AND (length(subject) <= 80)))

table decisions.paper_table
  community_id uuid not null
  decision_id uuid not null
  label text not null
  votes boolean not null
  weight text not null default 'table'::text
  constraint paper_table_pkey PRIMARY KEY (community_id, decision_id, label)
  constraint paper_table_community_id_decision_id_label_votes_key UNIQUE (community_id, decision_id, label, votes)
  constraint paper_table_community_id_decision_id_weight_fkey FOREIGN KEY (community_id, decision_id, weight) REFERENCES decisions.decision(community_id, id, weight)
  constraint paper_table_label_check CHECK (((length(label) >= 1) AND (length(label) <= 100)))
  constraint paper_table_weight_check CHECK ((weight = 'table'::text))

table decisions.participation
  community_id uuid not null
  decision_id uuid not null
  person_id uuid not null
  on_day date not null
  constraint participation_pkey PRIMARY KEY (community_id, decision_id, person_id)
  constraint participation_community_id_decision_id_person_id_fkey FOREIGN KEY (community_id, decision_id, person_id) REFERENCES decisions.roll(community_id, decision_id, person_id)

table decisions.receipt
  community_id uuid not null
  decision_id uuid not null
  code text not null
  constraint receipt_pkey PRIMARY KEY (community_id, decision_id, code)
  constraint receipt_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.closure(community_id, decision_id)
  constraint receipt_code_check CHECK (((length(code) >= 12) AND (length(code) <= 40)))

table decisions.roll
  community_id uuid not null
  decision_id uuid not null
  person_id uuid not null
  belonging text not null
  confirmed text not null
  weight text not null default 'person'::text
  table_label text
  table_votes boolean not null default true
  constraint roll_pkey PRIMARY KEY (community_id, decision_id, person_id)
  constraint roll_community_id_decision_id_table_label_table_votes_fkey FOREIGN KEY (community_id, decision_id, table_label, table_votes) REFERENCES decisions.paper_table(community_id, decision_id, label, votes)
  constraint roll_community_id_decision_id_weight_fkey FOREIGN KEY (community_id, decision_id, weight) REFERENCES decisions.opening(community_id, decision_id, weight)
  constraint roll_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint roll_belonging_check CHECK ((belonging = ANY (ARRAY['lives-here'::text, 'from-here'::text, 'land'::text])))
  constraint roll_check CHECK (((weight = 'table'::text) = (table_label IS NOT NULL)))
  constraint roll_confirmed_check CHECK ((confirmed = ANY (ARRAY['card'::text, 'vouched'::text, 'founder'::text])))
  constraint roll_table_votes_check CHECK (table_votes)

table decisions.roll_answer
  community_id uuid not null
  objection_id uuid not null
  answered_by uuid not null
  answered_at timestamp with time zone not null
  words text not null
  constraint roll_answer_pkey PRIMARY KEY (community_id, objection_id)
  constraint roll_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id)
  constraint roll_answer_community_id_objection_id_fkey FOREIGN KEY (community_id, objection_id) REFERENCES decisions.roll_objection(community_id, id)
  constraint roll_answer_words_check CHECK (((length(words) >= 3) AND (length(words) <= 1000)))

table decisions.roll_objection
  community_id uuid not null
  id uuid not null
  decision_id uuid not null
  said_by uuid not null
  said_at timestamp with time zone not null
  about_id uuid
  words text not null
  constraint roll_objection_pkey PRIMARY KEY (community_id, id)
  constraint roll_objection_about_id_fkey FOREIGN KEY (about_id) REFERENCES people.person(id)
  constraint roll_objection_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.opening(community_id, decision_id)
  constraint roll_objection_said_by_fkey FOREIGN KEY (said_by) REFERENCES people.person(id)
  constraint roll_objection_words_check CHECK (((length(words) >= 3) AND (length(words) <= 1000)))
  index roll_objection_of btree (community_id, decision_id)

table decisions.sealed_ballot
  community_id uuid not null
  decision_id uuid not null
  id uuid not null
  marks jsonb not null
  reason text not null default ''::text
  weight text not null default 'person'::text
  table_label text
  constraint sealed_ballot_pkey PRIMARY KEY (community_id, decision_id, id)
  constraint sealed_ballot_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.closure(community_id, decision_id)
  constraint sealed_ballot_community_id_decision_id_table_label_fkey FOREIGN KEY (community_id, decision_id, table_label) REFERENCES decisions.counted_table(community_id, decision_id, label)
  constraint sealed_ballot_community_id_decision_id_weight_fkey FOREIGN KEY (community_id, decision_id, weight) REFERENCES decisions.opening(community_id, decision_id, weight)
  constraint sealed_ballot_check CHECK (((weight = 'table'::text) = (table_label IS NOT NULL)))
  constraint sealed_ballot_id_check CHECK ((substr((id)::text, 15, 1) = '4'::text))
  constraint sealed_ballot_marks_check CHECK ((jsonb_typeof(marks) = 'array'::text))

table decisions.seating
  community_id uuid not null
  decision_id uuid not null
  person_id uuid not null
  label text not null
  constraint seating_pkey PRIMARY KEY (community_id, decision_id, person_id)
  constraint seating_community_id_decision_id_label_fkey FOREIGN KEY (community_id, decision_id, label) REFERENCES decisions.paper_table(community_id, decision_id, label)
  constraint seating_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)

table decisions.table_picture
  community_id uuid not null
  decision_id uuid not null
  drawn_on date not null
  took_part integer not null
  groups jsonb not null
  constraint table_picture_pkey PRIMARY KEY (community_id, decision_id, drawn_on)
  constraint table_picture_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.opening(community_id, decision_id)
  constraint table_picture_groups_check CHECK ((jsonb_typeof(groups) = 'array'::text))
  constraint table_picture_took_part_check CHECK ((took_part >= 5))

table decisions.teller
  community_id uuid not null
  decision_id uuid not null
  side text not null
  person_id uuid not null
  constraint teller_pkey PRIMARY KEY (community_id, decision_id, side)
  constraint teller_community_id_decision_id_person_id_key UNIQUE (community_id, decision_id, person_id)
  constraint teller_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.decision(community_id, id)
  constraint teller_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint teller_side_check CHECK ((side = ANY (ARRAY['one'::text, 'other'::text])))

table decisions.touched_sum
  community_id uuid not null
  decision_id uuid not null
  attribute text not null
  group_name text not null
  ballots integer not null
  approving jsonb not null
  constraint touched_sum_pkey PRIMARY KEY (community_id, decision_id, attribute, group_name)
  constraint touched_sum_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.closure(community_id, decision_id)
  constraint touched_sum_approving_check CHECK ((jsonb_typeof(approving) = 'array'::text))
  constraint touched_sum_ballots_check CHECK ((ballots >= 11))

table decisions.withdrawal
  community_id uuid not null
  decision_id uuid not null
  withdrawn_at timestamp with time zone not null
  withdrawn_by uuid not null
  why text not null
  swept_at timestamp with time zone
  constraint withdrawal_pkey PRIMARY KEY (community_id, decision_id)
  constraint withdrawal_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES decisions.decision(community_id, id)
  constraint withdrawal_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people.person(id)
  constraint withdrawal_check CHECK ((swept_at >= withdrawn_at))
  constraint withdrawal_why_check CHECK (((length(why) >= 3) AND (length(why) <= 1000)))

table forum.conversation
  community_id uuid not null
  id uuid not null
  number integer not null
  title text not null
  locale text not null
  started_at timestamp with time zone not null
  imported_from text not null
  imported_at timestamp with time zone not null
  imported_by uuid
  voters integer not null default 0
  marks integer not null default 0
  shown_at timestamp with time zone
  constraint conversation_pkey PRIMARY KEY (community_id, id)
  constraint conversation_community_id_number_key UNIQUE (community_id, number)
  constraint conversation_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint conversation_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES people.person(id)
  constraint conversation_imported_from_check CHECK (((length(imported_from) >= 1) AND (length(imported_from) <= 300)))
  constraint conversation_locale_check CHECK ((locale ~ '^[a-zA-Z-]{2,12}$'::text))
  constraint conversation_marks_check CHECK ((marks >= 0))
  constraint conversation_title_check CHECK (((length(title) >= 3) AND (length(title) <= 300)))
  constraint conversation_voters_check CHECK ((voters >= 0))

table forum.follow
  community_id uuid not null
  thread_id uuid not null
  person_id uuid not null
  since timestamp with time zone not null
  constraint follow_pkey PRIMARY KEY (community_id, thread_id, person_id)
  constraint follow_community_id_thread_id_fkey FOREIGN KEY (community_id, thread_id) REFERENCES forum.thread(community_id, id)
  constraint follow_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)

table forum.imported_voter
  community_id uuid not null
  conversation_id uuid not null
  voter integer not null
  positions integer[] not null
  marks smallint[] not null
  constraint imported_voter_pkey PRIMARY KEY (community_id, conversation_id, voter)
  constraint imported_voter_community_id_conversation_id_fkey FOREIGN KEY (community_id, conversation_id) REFERENCES forum.conversation(community_id, id)
  constraint imported_voter_check CHECK ((cardinality(positions) = cardinality(marks)))
  constraint imported_voter_marks_check CHECK ((('-1'::integer <= ALL (marks)) AND (1 >= ALL (marks))))
  constraint imported_voter_voter_check CHECK ((voter >= 0))

table forum.picture
  community_id uuid not null
  post_id uuid not null
  "position" smallint not null
  file_hash text not null
  words text not null
  constraint picture_pkey PRIMARY KEY (community_id, post_id, "position")
  constraint picture_community_id_file_hash_fkey FOREIGN KEY (community_id, file_hash) REFERENCES platform.file(community_id, hash)
  constraint picture_community_id_post_id_fkey FOREIGN KEY (community_id, post_id) REFERENCES forum.post(community_id, id)
  constraint picture_position_check CHECK ((("position" >= 1) AND ("position" <= 4)))
  constraint picture_words_check CHECK (((length(words) >= 1) AND (length(words) <= 200)))

table forum.picture_of_opinion
  community_id uuid not null
  conversation_id uuid not null
  drawn_at timestamp with time zone not null
  picture jsonb not null
  constraint picture_of_opinion_pkey PRIMARY KEY (community_id, conversation_id)
  constraint picture_of_opinion_community_id_conversation_id_fkey FOREIGN KEY (community_id, conversation_id) REFERENCES forum.conversation(community_id, id)

table forum.post
  community_id uuid not null
  id uuid not null
  thread_id uuid not null
  author_id uuid not null
  acting_for_id uuid
  signs_as text not null
  channel text not null default 'web'::text
  entered_by uuid
  text text not null
  locale text not null
  replies_to uuid
  written_at timestamp with time zone not null
  constraint post_pkey PRIMARY KEY (community_id, id)
  constraint post_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES communities.organisation(id)
  constraint post_author_id_fkey FOREIGN KEY (author_id) REFERENCES people.person(id)
  constraint post_community_id_replies_to_fkey FOREIGN KEY (community_id, replies_to) REFERENCES forum.post(community_id, id)
  constraint post_community_id_thread_id_fkey FOREIGN KEY (community_id, thread_id) REFERENCES forum.thread(community_id, id)
  constraint post_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id)
  constraint post_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'paper'::text, 'sms'::text, 'email'::text, 'hall'::text, 'import'::text])))
  constraint post_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint post_signs_as_check CHECK ((signs_as = ANY (ARRAY['name'::text, 'member'::text, 'inside'::text])))
  constraint post_text_check CHECK (((length(text) >= 1) AND (length(text) <= 8000)))
  index post_in_thread btree (community_id, thread_id, id)
  index post_of_author btree (community_id, author_id, written_at)

table forum.read_mark
  person_id uuid not null
  thread_id uuid not null
  read_at timestamp with time zone not null
  constraint read_mark_pkey PRIMARY KEY (person_id, thread_id)
  constraint read_mark_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)

table forum.statement
  community_id uuid not null
  conversation_id uuid not null
  "position" integer not null
  text text not null
  locale text not null
  agreed integer not null
  disagreed integer not null
  passed integer not null
  "out" boolean not null
  constraint statement_pkey PRIMARY KEY (community_id, conversation_id, "position")
  constraint statement_community_id_conversation_id_fkey FOREIGN KEY (community_id, conversation_id) REFERENCES forum.conversation(community_id, id)
  constraint statement_agreed_check CHECK ((agreed >= 0))
  constraint statement_disagreed_check CHECK ((disagreed >= 0))
  constraint statement_locale_check CHECK ((locale ~ '^[a-zA-Z-]{2,12}$'::text))
  constraint statement_passed_check CHECK ((passed >= 0))
  constraint statement_position_check CHECK (("position" >= 0))
  constraint statement_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))

table forum.thread
  community_id uuid not null
  id uuid not null
  number integer not null
  title text not null
  locale text not null
  started_by uuid not null
  started_at timestamp with time zone not null
  stirred_at timestamp with time zone not null
  posts integer not null default 0
  about_kind text
  about_id uuid
  about_page text
  constraint thread_pkey PRIMARY KEY (community_id, id)
  constraint thread_community_id_number_key UNIQUE (community_id, number)
  constraint thread_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint thread_started_by_fkey FOREIGN KEY (started_by) REFERENCES people.person(id)
  constraint thread_about_kind_check CHECK ((about_kind ~ '^[a-z-]+$'::text))
  constraint thread_about_page_check CHECK ((about_page ~ '^([a-z-]+/)+[0-9]+(/[a-z-]+/[0-9]+)*$'::text))
  constraint thread_check CHECK ((stirred_at >= started_at))
  constraint thread_check1 CHECK ((((about_kind IS NULL) = (about_id IS NULL)) AND ((about_kind IS NULL) = (about_page IS NULL))))
  constraint thread_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint thread_posts_check CHECK ((posts >= 0))
  constraint thread_title_check CHECK (((length(title) >= 3) AND (length(title) <= 160)))
  unique index thread_about_once btree (community_id, about_kind, about_id) WHERE (about_id IS NOT NULL)
  index thread_stirred btree (community_id, stirred_at DESC, id DESC)

table forum.thread_closure
  community_id uuid not null
  thread_id uuid not null
  closed_at timestamp with time zone not null
  closed_by uuid not null
  reason text not null
  constraint thread_closure_pkey PRIMARY KEY (community_id, thread_id)
  constraint thread_closure_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people.person(id)
  constraint thread_closure_community_id_thread_id_fkey FOREIGN KEY (community_id, thread_id) REFERENCES forum.thread(community_id, id)
  constraint thread_closure_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 300)))

table forum.wording
  community_id uuid not null
  post_id uuid not null
  version integer not null
  text text not null
  until_at timestamp with time zone not null
  constraint wording_pkey PRIMARY KEY (community_id, post_id, version)
  constraint wording_community_id_post_id_fkey FOREIGN KEY (community_id, post_id) REFERENCES forum.post(community_id, id)
  constraint wording_version_check CHECK ((version > 0))

table gatherings.agenda_item
  community_id uuid not null
  gathering_id uuid not null
  "position" integer not null
  starts_at timestamp with time zone not null
  minutes integer not null
  title text not null
  about text not null default ''::text
  led_by text not null default ''::text
  constraint agenda_item_pkey PRIMARY KEY (community_id, gathering_id, "position")
  constraint agenda_item_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint agenda_item_about_check CHECK ((length(about) <= 4000))
  constraint agenda_item_led_by_check CHECK ((length(led_by) <= 200))
  constraint agenda_item_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440)))
  constraint agenda_item_position_check CHECK (("position" > 0))
  constraint agenda_item_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))

table gatherings.attendance
  community_id uuid not null
  id uuid not null
  gathering_id uuid not null
  person_id uuid
  registration_id uuid
  name text
  plain_name text
  present_at timestamp with time zone not null
  device_id uuid not null
  arrived_at timestamp with time zone not null
  recorded_by uuid not null
  constraint attendance_pkey PRIMARY KEY (community_id, id)
  constraint attendance_community_id_gathering_id_person_id_key UNIQUE (community_id, gathering_id, person_id)
  constraint attendance_community_id_gathering_id_plain_name_key UNIQUE (community_id, gathering_id, plain_name)
  constraint attendance_community_id_gathering_id_registration_id_key UNIQUE (community_id, gathering_id, registration_id)
  constraint attendance_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint attendance_community_id_registration_id_fkey FOREIGN KEY (community_id, registration_id) REFERENCES gatherings.registration(community_id, id)
  constraint attendance_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint attendance_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people.person(id)
  constraint attendance_check CHECK ((arrived_at >= present_at))
  constraint attendance_check1 CHECK ((num_nonnulls(person_id, registration_id, name) = 1))
  constraint attendance_check2 CHECK (((name IS NULL) = (plain_name IS NULL)))
  constraint attendance_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint attendance_plain_name_check CHECK (((length(plain_name) >= 1) AND (length(plain_name) <= 200)))

table gatherings.attendance_count
  community_id uuid not null
  gathering_id uuid not null
  attribute text not null
  group_name text not null
  count integer not null
  device_id uuid not null
  happened_at timestamp with time zone not null
  arrived_at timestamp with time zone not null
  recorded_by uuid not null
  constraint attendance_count_pkey PRIMARY KEY (community_id, gathering_id, attribute, group_name)
  constraint attendance_count_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint attendance_count_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people.person(id)
  constraint attendance_count_check CHECK ((arrived_at >= happened_at))
  constraint attendance_count_check1 CHECK (((attribute = ''::text) = (group_name = ''::text)))
  constraint attendance_count_count_check CHECK (((count >= 0) AND (count <= 100000)))

table gatherings.calling_off
  community_id uuid not null
  gathering_id uuid not null
  called_off_by uuid not null
  called_off_at timestamp with time zone not null
  why text not null
  constraint calling_off_pkey PRIMARY KEY (community_id, gathering_id)
  constraint calling_off_called_off_by_fkey FOREIGN KEY (called_off_by) REFERENCES people.person(id)
  constraint calling_off_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint calling_off_why_check CHECK (((length(why) >= 3) AND (length(why) <= 1000)))

table gatherings.choice_recommendation
  community_id uuid not null
  decision_id uuid not null
  cycle_id uuid not null
  recommendation_id uuid not null
  constraint choice_recommendation_pkey PRIMARY KEY (community_id, decision_id, recommendation_id)
  constraint choice_recommendation_community_id_cycle_id_decision_id_fkey FOREIGN KEY (community_id, cycle_id, decision_id) REFERENCES gatherings.cycle_choice(community_id, cycle_id, decision_id)
  constraint choice_recommendation_community_id_cycle_id_recommendation_fkey FOREIGN KEY (community_id, cycle_id, recommendation_id) REFERENCES gatherings.recommendation(community_id, cycle_id, id)

table gatherings.composition_finding
  community_id uuid not null
  cycle_id uuid not null
  drawn_on date not null
  rule_id uuid not null
  finding text not null
  constraint composition_finding_pkey PRIMARY KEY (community_id, cycle_id, drawn_on, rule_id)
  constraint composition_finding_community_id_cycle_id_drawn_on_fkey FOREIGN KEY (community_id, cycle_id, drawn_on) REFERENCES gatherings.composition_picture(community_id, cycle_id, drawn_on)
  constraint composition_finding_community_id_rule_id_fkey FOREIGN KEY (community_id, rule_id) REFERENCES gatherings.composition_rule(community_id, id)
  constraint composition_finding_finding_check CHECK ((finding = ANY (ARRAY['met'::text, 'not-met'::text, 'not-known'::text])))

table gatherings.composition_picture
  community_id uuid not null
  cycle_id uuid not null
  drawn_on date not null
  seated integer not null
  constraint composition_picture_pkey PRIMARY KEY (community_id, cycle_id, drawn_on)
  constraint composition_picture_community_id_cycle_id_fkey FOREIGN KEY (community_id, cycle_id) REFERENCES gatherings.cycle(community_id, id)
  constraint composition_picture_seated_check CHECK ((seated >= 5))

table gatherings.composition_rule
  community_id uuid not null
  id uuid not null
  cycle_id uuid not null
  kind text not null
  attribute text not null
  group_name text not null
  "least" integer not null
  set_by uuid not null
  set_at timestamp with time zone not null
  constraint composition_rule_pkey PRIMARY KEY (community_id, id)
  constraint composition_rule_community_id_cycle_id_kind_attribute_group_key UNIQUE (community_id, cycle_id, kind, attribute, group_name)
  constraint composition_rule_community_id_cycle_id_fkey FOREIGN KEY (community_id, cycle_id) REFERENCES gatherings.cycle(community_id, id)
  constraint composition_rule_set_by_fkey FOREIGN KEY (set_by) REFERENCES people.person(id)
  constraint composition_rule_attribute_check CHECK ((attribute = ANY (ARRAY['gender'::text, 'age'::text, 'settlement'::text, 'disability'::text, 'ethnicity'::text, 'religion'::text, 'own'::text])))
  constraint composition_rule_check CHECK (((kind <> 'spread'::text) OR (("least" >= 2) AND ("least" <= 10))))
  constraint composition_rule_group_name_check CHECK (((length(group_name) >= 1) AND (length(group_name) <= 60)))
  constraint composition_rule_kind_check CHECK ((kind = ANY (ARRAY['share'::text, 'spread'::text])))
  constraint composition_rule_least_check CHECK ((("least" >= 1) AND ("least" <= 100)))

table gatherings.conclusion
  community_id uuid not null
  gathering_id uuid not null
  id uuid not null
  number integer not null
  written_by uuid not null
  written_at timestamp with time zone not null
  constraint conclusion_pkey PRIMARY KEY (community_id, id)
  constraint conclusion_community_id_gathering_id_number_key UNIQUE (community_id, gathering_id, number)
  constraint conclusion_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint conclusion_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id)
  constraint conclusion_number_check CHECK ((number > 0))

table gatherings.conclusion_amendment
  community_id uuid not null
  conclusion_id uuid not null
  id uuid not null
  version integer not null
  text text not null
  locale text not null
  why text not null default ''::text
  proposed_by uuid not null
  signs_as text not null
  proposed_at timestamp with time zone not null
  answer text
  answered_by uuid
  answered_at timestamp with time zone
  answer_words text not null default ''::text
  into_version integer
  constraint conclusion_amendment_pkey PRIMARY KEY (community_id, id)
  constraint conclusion_amendment_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id)
  constraint conclusion_amendment_community_id_conclusion_id_into_versi_fkey FOREIGN KEY (community_id, conclusion_id, into_version) REFERENCES gatherings.conclusion_wording(community_id, conclusion_id, version)
  constraint conclusion_amendment_community_id_conclusion_id_version_fkey FOREIGN KEY (community_id, conclusion_id, version) REFERENCES gatherings.conclusion_wording(community_id, conclusion_id, version)
  constraint conclusion_amendment_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES people.person(id)
  constraint conclusion_amendment_answer_check CHECK ((answer = ANY (ARRAY['taken'::text, 'not-taken'::text])))
  constraint conclusion_amendment_answer_words_check CHECK ((length(answer_words) <= 500))
  constraint conclusion_amendment_check CHECK ((answered_at >= proposed_at))
  constraint conclusion_amendment_check1 CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL))))
  constraint conclusion_amendment_check2 CHECK (((NOT (answer IS DISTINCT FROM 'taken'::text)) = (into_version IS NOT NULL)))
  constraint conclusion_amendment_check3 CHECK ((into_version > version))
  constraint conclusion_amendment_check4 CHECK (((answer IS DISTINCT FROM 'not-taken'::text) OR (length(answer_words) >= 3)))
  constraint conclusion_amendment_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint conclusion_amendment_signs_as_check CHECK ((signs_as = ANY (ARRAY['name'::text, 'member'::text, 'inside'::text])))
  constraint conclusion_amendment_text_check CHECK (((length(text) >= 3) AND (length(text) <= 1000)))
  constraint conclusion_amendment_why_check CHECK ((length(why) <= 500))
  index amendment_of_conclusion btree (community_id, conclusion_id, id)

table gatherings.conclusion_confirmation
  community_id uuid not null
  conclusion_id uuid not null
  version integer not null
  person_id uuid not null
  confirmed_at timestamp with time zone not null
  constraint conclusion_confirmation_pkey PRIMARY KEY (community_id, conclusion_id, version, person_id)
  constraint conclusion_confirmation_community_id_conclusion_id_version_fkey FOREIGN KEY (community_id, conclusion_id, version) REFERENCES gatherings.conclusion_wording(community_id, conclusion_id, version)
  constraint conclusion_confirmation_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)

table gatherings.conclusion_wording
  community_id uuid not null
  conclusion_id uuid not null
  version integer not null
  text text not null
  locale text not null
  written_by uuid not null
  written_at timestamp with time zone not null
  constraint conclusion_wording_pkey PRIMARY KEY (community_id, conclusion_id, version)
  constraint conclusion_wording_community_id_conclusion_id_fkey FOREIGN KEY (community_id, conclusion_id) REFERENCES gatherings.conclusion(community_id, id)
  constraint conclusion_wording_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id)
  constraint conclusion_wording_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint conclusion_wording_text_check CHECK (((length(text) >= 3) AND (length(text) <= 1000)))
  constraint conclusion_wording_version_check CHECK ((version > 0))

table gatherings.cycle
  community_id uuid not null
  id uuid not null
  number integer not null
  theme text not null
  about text not null default ''::text
  locale text not null
  sessions_planned integer not null
  opened_by uuid not null
  acting_for_id uuid
  opened_at timestamp with time zone not null
  revised_at timestamp with time zone
  constraint cycle_pkey PRIMARY KEY (community_id, id)
  constraint cycle_community_id_number_key UNIQUE (community_id, number)
  constraint cycle_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES communities.organisation(id)
  constraint cycle_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint cycle_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people.person(id)
  constraint cycle_about_check CHECK ((length(about) <= 8000))
  constraint cycle_check CHECK ((revised_at >= opened_at))
  constraint cycle_number_check CHECK ((number > 0))
  constraint cycle_sessions_planned_check CHECK (((sessions_planned >= 1) AND (sessions_planned <= 20)))
  constraint cycle_theme_check CHECK (((length(theme) >= 3) AND (length(theme) <= 200)))

table gatherings.cycle_choice
  community_id uuid not null
  decision_id uuid not null
  decision_number integer not null
  cycle_id uuid not null
  called_by uuid not null
  called_at timestamp with time zone not null
  constraint cycle_choice_pkey PRIMARY KEY (community_id, decision_id)
  constraint cycle_choice_community_id_cycle_id_decision_id_key UNIQUE (community_id, cycle_id, decision_id)
  constraint cycle_choice_called_by_fkey FOREIGN KEY (called_by) REFERENCES people.person(id)
  constraint cycle_choice_community_id_cycle_id_fkey FOREIGN KEY (community_id, cycle_id) REFERENCES gatherings.cycle(community_id, id)
  constraint cycle_choice_decision_number_check CHECK ((decision_number > 0))
  index cycle_choice_of btree (community_id, cycle_id)

table gatherings.cycle_host
  community_id uuid not null
  cycle_id uuid not null
  "position" integer not null
  organisation_id uuid
  host_community_id uuid
  constraint cycle_host_pkey PRIMARY KEY (community_id, cycle_id, "position")
  constraint cycle_host_community_id_cycle_id_host_community_id_key UNIQUE (community_id, cycle_id, host_community_id)
  constraint cycle_host_community_id_cycle_id_organisation_id_key UNIQUE (community_id, cycle_id, organisation_id)
  constraint cycle_host_community_id_cycle_id_fkey FOREIGN KEY (community_id, cycle_id) REFERENCES gatherings.cycle(community_id, id)
  constraint cycle_host_host_community_id_fkey FOREIGN KEY (host_community_id) REFERENCES communities.community(id)
  constraint cycle_host_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint cycle_host_check CHECK (((organisation_id IS NULL) <> (host_community_id IS NULL)))
  constraint cycle_host_position_check CHECK (("position" > 0))

table gatherings.cycle_money
  community_id uuid not null
  id uuid not null
  cycle_id uuid not null
  organisation_id uuid not null
  amount numeric(14,2) not null
  currency text not null
  entered_by uuid not null
  entered_at timestamp with time zone not null
  named_at timestamp with time zone
  constraint cycle_money_pkey PRIMARY KEY (community_id, id)
  constraint cycle_money_community_id_cycle_id_fkey FOREIGN KEY (community_id, cycle_id) REFERENCES gatherings.cycle(community_id, id)
  constraint cycle_money_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id)
  constraint cycle_money_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint cycle_money_amount_check CHECK ((amount > (0)::numeric))
  constraint cycle_money_check CHECK ((named_at >= entered_at))
  constraint cycle_money_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  index cycle_money_of btree (community_id, cycle_id)

table gatherings.cycle_session
  community_id uuid not null
  cycle_id uuid not null
  "position" integer not null
  gathering_id uuid not null
  kind text not null default 'forum-session'::text
  constraint cycle_session_pkey PRIMARY KEY (community_id, cycle_id, "position")
  constraint cycle_session_community_id_gathering_id_key UNIQUE (community_id, gathering_id)
  constraint cycle_session_community_id_cycle_id_fkey FOREIGN KEY (community_id, cycle_id) REFERENCES gatherings.cycle(community_id, id)
  constraint cycle_session_community_id_gathering_id_kind_fkey FOREIGN KEY (community_id, gathering_id, kind) REFERENCES gatherings.gathering(community_id, id, kind)
  constraint cycle_session_kind_check CHECK ((kind = 'forum-session'::text))
  constraint cycle_session_position_check CHECK ((("position" >= 1) AND ("position" <= 20)))

table gatherings.expert_input
  community_id uuid not null
  id uuid not null
  cycle_id uuid not null
  table_id uuid
  who text not null
  subject text not null
  text text not null default ''::text
  locale text not null
  given_on date not null
  entered_by uuid not null
  entered_at timestamp with time zone not null
  constraint expert_input_pkey PRIMARY KEY (community_id, id)
  constraint expert_input_community_id_cycle_id_fkey FOREIGN KEY (community_id, cycle_id) REFERENCES gatherings.cycle(community_id, id)
  constraint expert_input_community_id_cycle_id_table_id_fkey FOREIGN KEY (community_id, cycle_id, table_id) REFERENCES gatherings.working_table(community_id, cycle_id, id)
  constraint expert_input_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id)
  constraint expert_input_subject_check CHECK (((length(subject) >= 2) AND (length(subject) <= 200)))
  constraint expert_input_text_check CHECK ((length(text) <= 8000))
  constraint expert_input_who_check CHECK (((length(who) >= 2) AND (length(who) <= 200)))
  index expert_input_of btree (community_id, cycle_id, given_on)

table gatherings.floor_group
  community_id uuid not null
  gathering_id uuid not null
  "position" smallint not null
  name text not null
  ended_at timestamp with time zone
  constraint floor_group_pkey PRIMARY KEY (community_id, gathering_id, "position")
  constraint floor_group_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint floor_group_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60)))
  constraint floor_group_position_check CHECK ((("position" >= 1) AND ("position" <= 12)))

table gatherings.floor_turn
  community_id uuid not null
  gathering_id uuid not null
  id uuid not null
  questions text not null
  turned_by uuid not null
  turned_at timestamp with time zone not null
  constraint floor_turn_pkey PRIMARY KEY (community_id, gathering_id, id)
  constraint floor_turn_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint floor_turn_turned_by_fkey FOREIGN KEY (turned_by) REFERENCES people.person(id)
  constraint floor_turn_questions_check CHECK ((questions = ANY (ARRAY['open'::text, 'closed'::text])))

table gatherings.gathering
  community_id uuid not null
  id uuid not null
  number integer not null
  kind text not null
  theme text not null
  about text not null default ''::text
  locale text not null
  place text not null default ''::text
  link text
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  places integer
  registration_until timestamp with time zone
  audience text not null default 'public'::text
  called_by uuid not null
  acting_for_id uuid
  called_at timestamp with time zone not null
  revised_at timestamp with time zone
  constraint gathering_pkey PRIMARY KEY (community_id, id)
  constraint gathering_community_id_id_kind_key UNIQUE (community_id, id, kind)
  constraint gathering_community_id_number_key UNIQUE (community_id, number)
  constraint gathering_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES communities.organisation(id)
  constraint gathering_called_by_fkey FOREIGN KEY (called_by) REFERENCES people.person(id)
  constraint gathering_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint gathering_about_check CHECK ((length(about) <= 8000))
  constraint gathering_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'members'::text])))
  constraint gathering_check CHECK ((ends_at > starts_at))
  constraint gathering_check1 CHECK (((place <> ''::text) OR (link IS NOT NULL)))
  constraint gathering_check2 CHECK (((registration_until IS NULL) OR (registration_until <= ends_at)))
  constraint gathering_kind_check CHECK ((kind = ANY (ARRAY['assembly'::text, 'forum-session'::text, 'training'::text, 'thematic-event'::text])))
  constraint gathering_link_check CHECK (((link ~ '^https://'::text) AND (length(link) <= 500)))
  constraint gathering_number_check CHECK ((number > 0))
  constraint gathering_place_check CHECK ((length(place) <= 200))
  constraint gathering_places_check CHECK (((places >= 1) AND (places <= 100000)))
  constraint gathering_theme_check CHECK (((length(theme) >= 3) AND (length(theme) <= 200)))
  index gathering_by_start btree (community_id, starts_at, id)

table gatherings.hall_conflict
  community_id uuid not null
  id uuid not null
  gathering_id uuid not null
  device_id uuid not null
  kind text not null
  subject text not null
  base jsonb
  standing jsonb not null
  arrived jsonb
  happened_at timestamp with time zone not null
  arrived_at timestamp with time zone not null
  entered_by uuid not null
  settled_at timestamp with time zone
  settled_by uuid
  settled_as text
  constraint hall_conflict_pkey PRIMARY KEY (community_id, id)
  constraint hall_conflict_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint hall_conflict_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id)
  constraint hall_conflict_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES people.person(id)
  constraint hall_conflict_check CHECK (((arrived IS NOT NULL) OR (kind = 'attendance'::text)))
  constraint hall_conflict_check1 CHECK ((arrived_at >= happened_at))
  constraint hall_conflict_check2 CHECK ((settled_at >= arrived_at))
  constraint hall_conflict_check3 CHECK (((settled_as <> 'both'::text) OR (kind = 'speaking'::text)))
  constraint hall_conflict_check4 CHECK ((((settled_at IS NULL) = (settled_by IS NULL)) AND ((settled_at IS NULL) = (settled_as IS NULL))))
  constraint hall_conflict_check5 CHECK ((standing IS DISTINCT FROM arrived))
  constraint hall_conflict_kind_check CHECK ((kind = ANY (ARRAY['attendance'::text, 'count'::text, 'speaking'::text, 'hands'::text, 'minutes'::text])))
  constraint hall_conflict_settled_as_check CHECK ((settled_as = ANY (ARRAY['standing'::text, 'arrived'::text, 'both'::text, 'other'::text])))
  constraint hall_conflict_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 500)))
  unique index hall_conflict_open btree (community_id, gathering_id, subject, device_id) WHERE (settled_at IS NULL)

table gatherings.hall_entry
  community_id uuid not null
  gathering_id uuid not null
  device_id uuid not null
  key uuid not null
  kind text not null
  subject text not null
  value jsonb
  happened_at timestamp with time zone
  arrived_at timestamp with time zone not null
  entered_by uuid not null
  answer text not null
  constraint hall_entry_pkey PRIMARY KEY (community_id, gathering_id, device_id, key)
  constraint hall_entry_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint hall_entry_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id)
  constraint hall_entry_answer_check CHECK ((answer = ANY (ARRAY['done'::text, 'conflict'::text])))
  constraint hall_entry_check CHECK ((happened_at <= arrived_at))
  constraint hall_entry_check1 CHECK (((kind <> 'speaking'::text) OR ((value IS NULL) AND (happened_at IS NULL) AND (subject = 'speaking'::text))))
  constraint hall_entry_kind_check CHECK ((kind = ANY (ARRAY['attendance'::text, 'count'::text, 'speaking'::text, 'hands'::text, 'minutes'::text])))
  constraint hall_entry_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 500)))

table gatherings.hand_count
  community_id uuid not null
  gathering_id uuid not null
  "position" integer not null
  attribute text not null
  group_name text not null
  yes integer not null
  no integer not null
  abstain integer not null
  device_id uuid not null
  happened_at timestamp with time zone not null
  arrived_at timestamp with time zone not null
  recorded_by uuid not null
  constraint hand_count_pkey PRIMARY KEY (community_id, gathering_id, "position", attribute, group_name)
  constraint hand_count_community_id_gathering_id_position_fkey FOREIGN KEY (community_id, gathering_id, "position") REFERENCES gatherings.hand_question(community_id, gathering_id, "position")
  constraint hand_count_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people.person(id)
  constraint hand_count_abstain_check CHECK (((abstain >= 0) AND (abstain <= 100000)))
  constraint hand_count_check CHECK ((arrived_at >= happened_at))
  constraint hand_count_check1 CHECK (((attribute = ''::text) = (group_name = ''::text)))
  constraint hand_count_no_check CHECK (((no >= 0) AND (no <= 100000)))
  constraint hand_count_yes_check CHECK (((yes >= 0) AND (yes <= 100000)))

table gatherings.hand_question
  community_id uuid not null
  gathering_id uuid not null
  "position" integer not null
  question text not null
  plain text not null
  asked_at timestamp with time zone not null
  constraint hand_question_pkey PRIMARY KEY (community_id, gathering_id, "position")
  constraint hand_question_community_id_gathering_id_plain_key UNIQUE (community_id, gathering_id, plain)
  constraint hand_question_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint hand_question_plain_check CHECK (((length(plain) >= 1) AND (length(plain) <= 300)))
  constraint hand_question_position_check CHECK (("position" > 0))
  constraint hand_question_question_check CHECK (((length(question) >= 3) AND (length(question) <= 300)))

table gatherings.host
  community_id uuid not null
  gathering_id uuid not null
  "position" integer not null
  organisation_id uuid
  host_community_id uuid
  constraint host_pkey PRIMARY KEY (community_id, gathering_id, "position")
  constraint host_community_id_gathering_id_host_community_id_key UNIQUE (community_id, gathering_id, host_community_id)
  constraint host_community_id_gathering_id_organisation_id_key UNIQUE (community_id, gathering_id, organisation_id)
  constraint host_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint host_host_community_id_fkey FOREIGN KEY (host_community_id) REFERENCES communities.community(id)
  constraint host_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint host_check CHECK (((organisation_id IS NULL) <> (host_community_id IS NULL)))
  constraint host_position_check CHECK (("position" > 0))

table gatherings.idea
  community_id uuid not null
  id uuid not null
  table_id uuid not null
  text text not null
  locale text not null
  said_by uuid
  entered_by uuid
  said_at timestamp with time zone not null
  constraint idea_pkey PRIMARY KEY (community_id, id)
  constraint idea_community_id_table_id_fkey FOREIGN KEY (community_id, table_id) REFERENCES gatherings.working_table(community_id, id)
  constraint idea_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id)
  constraint idea_said_by_fkey FOREIGN KEY (said_by) REFERENCES people.person(id)
  constraint idea_text_check CHECK (((length(text) >= 3) AND (length(text) <= 2000)))
  index idea_of btree (community_id, table_id, id)

table gatherings.invitation
  community_id uuid not null
  id uuid not null
  gathering_id uuid not null
  kind text not null
  role text
  organisation_id uuid
  name text
  invited_by uuid not null
  invited_at timestamp with time zone not null
  constraint invitation_pkey PRIMARY KEY (community_id, id)
  constraint invitation_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people.person(id)
  constraint invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint invitation_check CHECK (((role IS NOT NULL) = (kind = 'role'::text)))
  constraint invitation_check1 CHECK (((organisation_id IS NOT NULL) = (kind = 'organisation'::text)))
  constraint invitation_check2 CHECK (((name IS NULL) OR (kind = 'paper'::text)))
  constraint invitation_kind_check CHECK ((kind = ANY (ARRAY['role'::text, 'organisation'::text, 'paper'::text])))
  constraint invitation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint invitation_role_check CHECK ((role = ANY (ARRAY['member'::text, 'facilitator'::text, 'steward'::text, 'teller'::text, 'official'::text, 'observer'::text])))
  index invitation_of_gathering btree (community_id, gathering_id, id)
  unique index invitation_of_organisation btree (community_id, gathering_id, organisation_id) WHERE (organisation_id IS NOT NULL)

table gatherings.invitee
  community_id uuid not null
  gathering_id uuid not null
  person_id uuid not null
  invitation_id uuid not null
  told_at timestamp with time zone not null
  constraint invitee_pkey PRIMARY KEY (community_id, gathering_id, person_id)
  constraint invitee_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint invitee_community_id_invitation_id_fkey FOREIGN KEY (community_id, invitation_id) REFERENCES gatherings.invitation(community_id, id)
  constraint invitee_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)

table gatherings.minutes_answer
  community_id uuid not null
  gathering_id uuid not null
  version integer not null
  person_id uuid not null
  answer text not null
  words text not null default ''::text
  answered_at timestamp with time zone not null
  constraint minutes_answer_pkey PRIMARY KEY (community_id, gathering_id, version, person_id)
  constraint minutes_answer_community_id_gathering_id_version_fkey FOREIGN KEY (community_id, gathering_id, version) REFERENCES gatherings.minutes_laying(community_id, gathering_id, version)
  constraint minutes_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint minutes_answer_answer_check CHECK ((answer = ANY (ARRAY['confirmed'::text, 'objected'::text])))
  constraint minutes_answer_check CHECK (((answer = 'confirmed'::text) OR (length(words) >= 3)))
  constraint minutes_answer_words_check CHECK ((length(words) <= 2000))

table gatherings.minutes_laying
  community_id uuid not null
  gathering_id uuid not null
  version integer not null
  laid_by uuid not null
  laid_at timestamp with time zone not null
  constraint minutes_laying_pkey PRIMARY KEY (community_id, gathering_id, version)
  constraint minutes_laying_community_id_gathering_id_version_fkey FOREIGN KEY (community_id, gathering_id, version) REFERENCES gatherings.minutes_wording(community_id, gathering_id, version)
  constraint minutes_laying_laid_by_fkey FOREIGN KEY (laid_by) REFERENCES people.person(id)

table gatherings.minutes_wording
  community_id uuid not null
  gathering_id uuid not null
  version integer not null
  text text not null
  locale text not null
  written_by uuid not null
  device_id uuid not null
  happened_at timestamp with time zone not null
  arrived_at timestamp with time zone not null
  constraint minutes_wording_pkey PRIMARY KEY (community_id, gathering_id, version)
  constraint minutes_wording_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint minutes_wording_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id)
  constraint minutes_wording_check CHECK ((arrived_at >= happened_at))
  constraint minutes_wording_text_check CHECK (((length(text) >= 1) AND (length(text) <= 40000)))
  constraint minutes_wording_version_check CHECK ((version > 0))

table gatherings.next_step
  community_id uuid not null
  gathering_id uuid not null
  "position" integer not null
  commitment_id uuid not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  constraint next_step_pkey PRIMARY KEY (community_id, gathering_id, "position")
  constraint next_step_community_id_commitment_id_key UNIQUE (community_id, commitment_id)
  constraint next_step_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint next_step_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people.person(id)
  constraint next_step_position_check CHECK (("position" > 0))

table gatherings.on_floor
  community_id uuid not null
  gathering_id uuid not null
  id uuid not null
  speaker_id uuid
  agenda_position integer
  put_by uuid not null
  put_at timestamp with time zone not null
  constraint on_floor_pkey PRIMARY KEY (community_id, gathering_id, id)
  constraint on_floor_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint on_floor_community_id_gathering_id_speaker_id_fkey FOREIGN KEY (community_id, gathering_id, speaker_id) REFERENCES gatherings.speaker(community_id, gathering_id, id)
  constraint on_floor_put_by_fkey FOREIGN KEY (put_by) REFERENCES people.person(id)
  constraint on_floor_check CHECK (((speaker_id IS NULL) OR (agenda_position IS NULL)))

table gatherings.question
  community_id uuid not null
  gathering_id uuid not null
  id uuid not null
  number integer not null
  text text not null
  locale text not null
  channel text not null
  asked_by uuid
  asker_name text not null default ''::text
  acting_for_id uuid
  signs_as text not null
  asker uuid
  group_position smallint
  heard_before boolean not null default false
  entered_by uuid
  asked_at timestamp with time zone not null
  state text not null default 'asked'::text
  constraint question_pkey PRIMARY KEY (community_id, id)
  constraint question_community_id_gathering_id_id_key UNIQUE (community_id, gathering_id, id)
  constraint question_community_id_gathering_id_number_key UNIQUE (community_id, gathering_id, number)
  constraint question_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES communities.organisation(id)
  constraint question_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people.person(id)
  constraint question_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint question_community_id_gathering_id_group_position_fkey FOREIGN KEY (community_id, gathering_id, group_position) REFERENCES gatherings.floor_group(community_id, gathering_id, "position")
  constraint question_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id)
  constraint question_asker_name_check CHECK ((length(asker_name) <= 80))
  constraint question_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'hall'::text, 'paper'::text, 'sms'::text])))
  constraint question_check CHECK (((channel = 'web'::text) OR (entered_by IS NOT NULL) OR (channel = 'sms'::text)))
  constraint question_check1 CHECK (((NOT heard_before) OR (entered_by IS NOT NULL)))
  constraint question_check2 CHECK (((entered_by IS NULL) OR (asked_by IS NULL)))
  constraint question_check3 CHECK (((channel <> 'web'::text) OR (asker IS NOT NULL) OR (asked_by IS NOT NULL)))
  constraint question_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint question_number_check CHECK ((number > 0))
  constraint question_signs_as_check CHECK ((signs_as = ANY (ARRAY['name'::text, 'member'::text, 'inside'::text])))
  constraint question_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'taken'::text, 'answered'::text, 'answered-in-writing'::text, 'owed'::text, 'declined'::text])))
  constraint question_text_check CHECK (((length(text) >= 3) AND (length(text) <= 400)))
  index question_of_person btree (community_id, asked_by) WHERE (asked_by IS NOT NULL)

table gatherings.question_counter
  community_id uuid not null
  gathering_id uuid not null
  last_number integer not null
  constraint question_counter_pkey PRIMARY KEY (community_id, gathering_id)
  constraint question_counter_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint question_counter_last_number_check CHECK ((last_number >= 0))

table gatherings.question_record
  community_id uuid not null
  gathering_id uuid not null
  question_id uuid not null
  id uuid not null
  state text not null
  speaker_id uuid
  by_name text not null default ''::text
  due_on date
  words text not null default ''::text
  locale text not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  constraint question_record_pkey PRIMARY KEY (community_id, id)
  constraint question_record_community_id_gathering_id_question_id_fkey FOREIGN KEY (community_id, gathering_id, question_id) REFERENCES gatherings.question(community_id, gathering_id, id)
  constraint question_record_community_id_gathering_id_speaker_id_fkey FOREIGN KEY (community_id, gathering_id, speaker_id) REFERENCES gatherings.speaker(community_id, gathering_id, id)
  constraint question_record_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people.person(id)
  constraint question_record_by_name_check CHECK ((length(by_name) <= 160))
  constraint question_record_check CHECK (((state <> 'declined'::text) OR (length(words) >= 3)))
  constraint question_record_check1 CHECK (((state <> ALL (ARRAY['owed'::text, 'answered'::text, 'answered-in-writing'::text])) OR (speaker_id IS NOT NULL) OR (by_name <> ''::text)))
  constraint question_record_check2 CHECK (((state <> 'answered-in-writing'::text) OR (speaker_id IS NOT NULL) OR (length(words) >= 3)))
  constraint question_record_check3 CHECK (((due_on IS NULL) OR (state = 'owed'::text)))
  constraint question_record_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint question_record_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'taken'::text, 'answered'::text, 'answered-in-writing'::text, 'owed'::text, 'declined'::text])))
  constraint question_record_words_check CHECK ((length(words) <= 4000))
  index question_record_of_question btree (community_id, question_id, id)

table gatherings.question_support
  community_id uuid not null
  gathering_id uuid not null
  question_id uuid not null
  supporter uuid not null
  person_id uuid
  channel text not null
  supported_at timestamp with time zone not null
  constraint question_support_pkey PRIMARY KEY (community_id, question_id, supporter)
  constraint question_support_community_id_gathering_id_question_id_fkey FOREIGN KEY (community_id, gathering_id, question_id) REFERENCES gatherings.question(community_id, gathering_id, id)
  constraint question_support_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint question_support_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'hall'::text, 'sms'::text])))
  index question_support_of_gathering btree (community_id, gathering_id, question_id)
  unique index question_support_once btree (community_id, question_id, person_id) WHERE (person_id IS NOT NULL)

table gatherings.recommendation
  community_id uuid not null
  id uuid not null
  cycle_id uuid not null
  table_id uuid not null
  "position" integer not null
  title text not null
  text text not null default ''::text
  locale text not null
  cost numeric(14,2)
  written_by uuid not null
  written_at timestamp with time zone not null
  constraint recommendation_pkey PRIMARY KEY (community_id, id)
  constraint recommendation_community_id_cycle_id_id_key UNIQUE (community_id, cycle_id, id)
  constraint recommendation_community_id_cycle_id_position_key UNIQUE (community_id, cycle_id, "position")
  constraint recommendation_community_id_cycle_id_title_key UNIQUE (community_id, cycle_id, title)
  constraint recommendation_community_id_cycle_id_table_id_fkey FOREIGN KEY (community_id, cycle_id, table_id) REFERENCES gatherings.working_table(community_id, cycle_id, id)
  constraint recommendation_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id)
  constraint recommendation_cost_check CHECK ((cost > (0)::numeric))
  constraint recommendation_position_check CHECK (("position" > 0))
  constraint recommendation_text_check CHECK ((length(text) <= 4000))
  constraint recommendation_title_check CHECK (((length(title) >= 3) AND (length(title) <= 200)))
  index recommendation_of btree (community_id, table_id)

table gatherings.recommendation_record
  community_id uuid not null
  id uuid not null
  recommendation_id uuid not null
  state text not null
  by_whom text not null default ''::text
  words text not null default ''::text
  noted_by uuid not null
  acting_for_id uuid
  noted_at timestamp with time zone not null
  constraint recommendation_record_pkey PRIMARY KEY (community_id, id)
  constraint recommendation_record_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES communities.organisation(id)
  constraint recommendation_record_community_id_recommendation_id_fkey FOREIGN KEY (community_id, recommendation_id) REFERENCES gatherings.recommendation(community_id, id)
  constraint recommendation_record_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people.person(id)
  constraint recommendation_record_by_whom_check CHECK ((length(by_whom) <= 200))
  constraint recommendation_record_check CHECK (((state <> 'taken-up'::text) OR (length(by_whom) >= 2)))
  constraint recommendation_record_check1 CHECK (((state <> 'refused'::text) OR (length(words) >= 3)))
  constraint recommendation_record_state_check CHECK ((state = ANY (ARRAY['not-answered'::text, 'taken-up'::text, 'done'::text, 'refused'::text])))
  constraint recommendation_record_words_check CHECK ((length(words) <= 2000))
  index recommendation_record_of btree (community_id, recommendation_id, id)

table gatherings.reflection
  community_id uuid not null
  gathering_id uuid not null
  id uuid not null
  text text not null
  locale text not null
  channel text not null
  written_by uuid
  writer_name text not null default ''::text
  signs_as text not null
  writer uuid
  entered_by uuid
  written_at timestamp with time zone not null
  constraint reflection_pkey PRIMARY KEY (community_id, id)
  constraint reflection_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint reflection_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id)
  constraint reflection_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id)
  constraint reflection_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'hall'::text, 'paper'::text, 'sms'::text])))
  constraint reflection_check CHECK (((entered_by IS NULL) OR (written_by IS NULL)))
  constraint reflection_check1 CHECK (((channel = ANY (ARRAY['web'::text, 'sms'::text])) OR (entered_by IS NOT NULL)))
  constraint reflection_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint reflection_signs_as_check CHECK ((signs_as = ANY (ARRAY['name'::text, 'member'::text, 'inside'::text])))
  constraint reflection_text_check CHECK (((length(text) >= 3) AND (length(text) <= 280)))
  constraint reflection_writer_name_check CHECK ((length(writer_name) <= 80))
  index reflection_of_gathering btree (community_id, gathering_id, id)
  index reflection_of_person btree (community_id, written_by) WHERE (written_by IS NOT NULL)

table gatherings.registration
  community_id uuid not null
  id uuid not null
  gathering_id uuid not null
  person_id uuid
  name text
  channel text not null
  entered_by uuid not null
  registered_at timestamp with time zone not null
  seat integer
  seated_at timestamp with time zone
  withdrawn_at timestamp with time zone
  withdrawn_by uuid
  forgotten_at timestamp with time zone
  constraint registration_pkey PRIMARY KEY (community_id, id)
  constraint registration_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint registration_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id)
  constraint registration_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint registration_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people.person(id)
  constraint registration_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'in-person'::text, 'phone'::text, 'sms'::text, 'paper'::text])))
  constraint registration_check CHECK ((seated_at >= registered_at))
  constraint registration_check1 CHECK ((withdrawn_at >= registered_at))
  constraint registration_check2 CHECK (((seat IS NULL) = (seated_at IS NULL)))
  constraint registration_check3 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
  constraint registration_check4 CHECK ((((person_id IS NOT NULL) AND (name IS NULL)) OR ((person_id IS NULL) AND (name IS NOT NULL)) OR ((person_id IS NULL) AND (forgotten_at IS NOT NULL))))
  constraint registration_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint registration_seat_check CHECK ((seat > 0))
  index registration_in_order btree (community_id, gathering_id, registered_at, id)
  unique index registration_person btree (community_id, gathering_id, person_id) WHERE ((person_id IS NOT NULL) AND (withdrawn_at IS NULL))
  unique index registration_seat btree (community_id, gathering_id, seat) WHERE ((seat IS NOT NULL) AND (withdrawn_at IS NULL))

table gatherings.registration_wish
  community_id uuid not null
  registration_id uuid not null
  language text not null default ''::text
  access text not null default ''::text
  children integer not null default 0
  travel text not null default ''::text
  constraint registration_wish_pkey PRIMARY KEY (community_id, registration_id)
  constraint registration_wish_community_id_registration_id_fkey FOREIGN KEY (community_id, registration_id) REFERENCES gatherings.registration(community_id, id)
  constraint registration_wish_access_check CHECK ((length(access) <= 1000))
  constraint registration_wish_check CHECK (((language <> ''::text) OR (access <> ''::text) OR (children > 0) OR (travel <> ''::text)))
  constraint registration_wish_children_check CHECK (((children >= 0) AND (children <= 20)))
  constraint registration_wish_language_check CHECK ((length(language) <= 200))
  constraint registration_wish_travel_check CHECK ((length(travel) <= 1000))

table gatherings.report_publishing
  community_id uuid not null
  gathering_id uuid not null
  number integer not null
  published_by uuid not null
  published_at timestamp with time zone not null
  withdrawn_by uuid
  withdrawn_at timestamp with time zone
  why text
  constraint report_publishing_pkey PRIMARY KEY (community_id, gathering_id, number)
  constraint report_publishing_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint report_publishing_published_by_fkey FOREIGN KEY (published_by) REFERENCES people.person(id)
  constraint report_publishing_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people.person(id)
  constraint report_publishing_check CHECK ((withdrawn_at >= published_at))
  constraint report_publishing_check1 CHECK ((num_nonnulls(withdrawn_by, withdrawn_at, why) = ANY (ARRAY[0, 3])))
  constraint report_publishing_number_check CHECK ((number > 0))
  constraint report_publishing_why_check CHECK (((length(why) >= 3) AND (length(why) <= 1000)))
  unique index report_published_once btree (community_id, gathering_id) WHERE (withdrawn_at IS NULL)

table gatherings.report_text
  community_id uuid not null
  gathering_id uuid not null
  place text not null
  version integer not null
  text text not null
  locale text not null
  written_by uuid not null
  written_at timestamp with time zone not null
  constraint report_text_pkey PRIMARY KEY (community_id, gathering_id, place, version)
  constraint report_text_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint report_text_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id)
  constraint report_text_check CHECK (((place <> 'summary'::text) OR (regexp_count(text, '\S+'::text) <= 260)))
  constraint report_text_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint report_text_place_check CHECK ((place = ANY (ARRAY['summary'::text, 'opening'::text, 'closing'::text, 'speakers-before'::text, 'speakers-after'::text, 'questions-before'::text, 'questions-after'::text, 'reflections-before'::text, 'reflections-after'::text, 'conclusions-before'::text, 'conclusions-after'::text, 'steps-before'::text, 'steps-after'::text, 'people-before'::text, 'people-after'::text])))
  constraint report_text_text_check CHECK ((length(text) <= 8000))
  constraint report_text_version_check CHECK ((version > 0))

table gatherings.revision
  community_id uuid not null
  gathering_id uuid not null
  version integer not null
  revised_by uuid not null
  revised_at timestamp with time zone not null
  earlier_theme text not null
  earlier_place text not null
  earlier_link text
  earlier_starts_at timestamp with time zone not null
  earlier_ends_at timestamp with time zone not null
  constraint revision_pkey PRIMARY KEY (community_id, gathering_id, version)
  constraint revision_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint revision_revised_by_fkey FOREIGN KEY (revised_by) REFERENCES people.person(id)
  constraint revision_version_check CHECK ((version > 0))

table gatherings.role
  community_id uuid not null
  gathering_id uuid not null
  person_id uuid not null
  role text not null
  given_by uuid not null
  given_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint role_pkey PRIMARY KEY (community_id, gathering_id, person_id, role, given_at)
  constraint role_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint role_given_by_fkey FOREIGN KEY (given_by) REFERENCES people.person(id)
  constraint role_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint role_check CHECK ((ended_at >= given_at))
  constraint role_role_check CHECK ((role = ANY (ARRAY['chair'::text, 'moderator'::text, 'rapporteur'::text, 'interpreter'::text])))
  unique index role_held btree (community_id, gathering_id, person_id, role) WHERE (ended_at IS NULL)

table gatherings.speaker
  community_id uuid not null
  gathering_id uuid not null
  id uuid not null
  "position" integer not null
  person_id uuid
  name text not null
  organisation_id uuid
  organisation text not null default ''::text
  country text
  added_by uuid not null
  added_at timestamp with time zone not null
  withdrawn_by uuid
  withdrawn_at timestamp with time zone
  constraint speaker_pkey PRIMARY KEY (community_id, id)
  constraint speaker_community_id_gathering_id_id_key UNIQUE (community_id, gathering_id, id)
  constraint speaker_community_id_gathering_id_position_key UNIQUE (community_id, gathering_id, "position")
  constraint speaker_community_id_id_person_id_key UNIQUE (community_id, id, person_id)
  constraint speaker_added_by_fkey FOREIGN KEY (added_by) REFERENCES people.person(id)
  constraint speaker_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint speaker_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint speaker_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint speaker_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people.person(id)
  constraint speaker_check CHECK (((length(name) <= 120) AND ((name <> ''::text) OR (person_id IS NOT NULL))))
  constraint speaker_check1 CHECK ((withdrawn_at >= added_at))
  constraint speaker_check2 CHECK (((organisation_id IS NULL) OR (organisation = ''::text)))
  constraint speaker_check3 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
  constraint speaker_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
  constraint speaker_organisation_check CHECK ((length(organisation) <= 160))
  constraint speaker_position_check CHECK (("position" > 0))
  unique index speaker_once btree (community_id, gathering_id, person_id) WHERE ((person_id IS NOT NULL) AND (withdrawn_at IS NULL))

table gatherings.speaker_declaration
  community_id uuid not null
  speaker_id uuid not null
  about text not null
  said text not null
  how text not null
  person_id uuid
  said_by uuid not null
  said_at timestamp with time zone not null
  constraint speaker_declaration_pkey PRIMARY KEY (community_id, speaker_id, about)
  constraint speaker_declaration_community_id_speaker_id_fkey FOREIGN KEY (community_id, speaker_id) REFERENCES gatherings.speaker(community_id, id)
  constraint speaker_declaration_community_id_speaker_id_person_id_fkey FOREIGN KEY (community_id, speaker_id, person_id) REFERENCES gatherings.speaker(community_id, id, person_id)
  constraint speaker_declaration_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint speaker_declaration_said_by_fkey FOREIGN KEY (said_by) REFERENCES people.person(id)
  constraint speaker_declaration_about_check CHECK ((about = ANY (ARRAY['woman'::text, 'grassroots'::text])))
  constraint speaker_declaration_check CHECK (((how = 'self'::text) = (person_id IS NOT NULL)))
  constraint speaker_declaration_check1 CHECK (((how = 'stated'::text) OR (said_by = person_id)))
  constraint speaker_declaration_how_check CHECK ((how = ANY (ARRAY['self'::text, 'stated'::text])))
  constraint speaker_declaration_said_check CHECK ((said = ANY (ARRAY['yes'::text, 'no'::text])))

table gatherings.speaker_link
  community_id uuid not null
  id uuid not null
  gathering_id uuid not null
  speaker_id uuid not null
  token_hash text not null
  made_by uuid not null
  made_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint speaker_link_pkey PRIMARY KEY (community_id, id)
  constraint speaker_link_community_id_token_hash_key UNIQUE (community_id, token_hash)
  constraint speaker_link_community_id_gathering_id_speaker_id_fkey FOREIGN KEY (community_id, gathering_id, speaker_id) REFERENCES gatherings.speaker(community_id, gathering_id, id)
  constraint speaker_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id)
  constraint speaker_link_check CHECK ((ends_at > made_at))
  constraint speaker_link_check1 CHECK ((ended_at >= made_at))
  constraint speaker_link_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
  unique index speaker_link_once btree (community_id, speaker_id) WHERE (ended_at IS NULL)

table gatherings.speaker_words
  community_id uuid not null
  gathering_id uuid not null
  speaker_id uuid not null
  id uuid not null
  kind text not null
  question_id uuid
  version integer not null
  text text not null
  locale text not null
  written_by uuid not null
  written_at timestamp with time zone not null
  constraint speaker_words_pkey PRIMARY KEY (community_id, id)
  constraint speaker_words_community_id_speaker_id_kind_question_id_vers_key UNIQUE NULLS NOT DISTINCT (community_id, speaker_id, kind, question_id, version)
  constraint speaker_words_community_id_gathering_id_question_id_fkey FOREIGN KEY (community_id, gathering_id, question_id) REFERENCES gatherings.question(community_id, gathering_id, id)
  constraint speaker_words_community_id_gathering_id_speaker_id_fkey FOREIGN KEY (community_id, gathering_id, speaker_id) REFERENCES gatherings.speaker(community_id, gathering_id, id)
  constraint speaker_words_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id)
  constraint speaker_words_check CHECK (((kind = 'answer'::text) = (question_id IS NOT NULL)))
  constraint speaker_words_kind_check CHECK ((kind = ANY (ARRAY['profile'::text, 'case'::text, 'answer'::text])))
  constraint speaker_words_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint speaker_words_text_check CHECK (((length(text) >= 1) AND (length(text) <= 6000)))
  constraint speaker_words_version_check CHECK ((version > 0))

table gatherings.speaking_announcement
  community_id uuid not null
  gathering_id uuid not null
  attribute text not null
  announced_by uuid not null
  announced_at timestamp with time zone not null
  stopped_by uuid
  stopped_at timestamp with time zone
  constraint speaking_announcement_pkey PRIMARY KEY (community_id, gathering_id)
  constraint speaking_announcement_announced_by_fkey FOREIGN KEY (announced_by) REFERENCES people.person(id)
  constraint speaking_announcement_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint speaking_announcement_stopped_by_fkey FOREIGN KEY (stopped_by) REFERENCES people.person(id)
  constraint speaking_announcement_attribute_check CHECK ((attribute = ANY (ARRAY['gender'::text, 'age'::text, 'settlement'::text, 'own'::text])))
  constraint speaking_announcement_check CHECK ((stopped_at >= announced_at))
  constraint speaking_announcement_check1 CHECK (((stopped_at IS NULL) = (stopped_by IS NULL)))

table gatherings.speaking_total
  community_id uuid not null
  gathering_id uuid not null
  group_name text not null
  seconds integer not null
  turns integer not null
  speakers integer not null
  device_id uuid not null
  constraint speaking_total_pkey PRIMARY KEY (community_id, gathering_id, group_name)
  constraint speaking_total_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.speaking_announcement(community_id, gathering_id)
  constraint speaking_total_check CHECK ((speakers <= turns))
  constraint speaking_total_check1 CHECK (((seconds = 0) OR (turns > 0)))
  constraint speaking_total_seconds_check CHECK (((seconds >= 0) AND (seconds <= 360000)))
  constraint speaking_total_speakers_check CHECK ((speakers >= 0))
  constraint speaking_total_turns_check CHECK (((turns >= 0) AND (turns <= 10000)))

table gatherings.table_moderator
  community_id uuid not null
  table_id uuid not null
  person_id uuid not null
  named_by uuid not null
  named_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint table_moderator_pkey PRIMARY KEY (community_id, table_id, person_id, named_at)
  constraint table_moderator_community_id_table_id_fkey FOREIGN KEY (community_id, table_id) REFERENCES gatherings.working_table(community_id, id)
  constraint table_moderator_named_by_fkey FOREIGN KEY (named_by) REFERENCES people.person(id)
  constraint table_moderator_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint table_moderator_check CHECK ((ended_at >= named_at))
  unique index moderates_now btree (community_id, table_id, person_id) WHERE (ended_at IS NULL)

table gatherings.table_seat
  community_id uuid not null
  cycle_id uuid not null
  person_id uuid not null
  table_id uuid not null
  since timestamp with time zone not null
  entered_by uuid
  constraint table_seat_pkey PRIMARY KEY (community_id, cycle_id, person_id)
  constraint table_seat_community_id_cycle_id_table_id_fkey FOREIGN KEY (community_id, cycle_id, table_id) REFERENCES gatherings.working_table(community_id, cycle_id, id)
  constraint table_seat_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id)
  constraint table_seat_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint table_seat_check CHECK ((entered_by <> person_id))
  index table_seat_of btree (community_id, table_id)

table gatherings.words_approval
  community_id uuid not null
  words_id uuid not null
  how text not null
  approved_by uuid
  approved_at timestamp with time zone not null
  link_id uuid
  witness text
  constraint words_approval_pkey PRIMARY KEY (community_id, words_id)
  constraint words_approval_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people.person(id)
  constraint words_approval_community_id_link_id_fkey FOREIGN KEY (community_id, link_id) REFERENCES gatherings.speaker_link(community_id, id)
  constraint words_approval_community_id_words_id_fkey FOREIGN KEY (community_id, words_id) REFERENCES gatherings.speaker_words(community_id, id)
  constraint words_approval_by_check CHECK (((how = 'link'::text) = (approved_by IS NULL)))
  constraint words_approval_how_check CHECK ((how = ANY (ARRAY['self'::text, 'stated'::text, 'link'::text, 'paper'::text])))
  constraint words_approval_link_check CHECK (((how = 'link'::text) = (link_id IS NOT NULL)))
  constraint words_approval_paper_check CHECK (((how = 'paper'::text) = (witness IS NOT NULL)))
  constraint words_approval_witness_check CHECK (((length(witness) >= 2) AND (length(witness) <= 160)))

table gatherings.words_objection
  community_id uuid not null
  id uuid not null
  words_id uuid not null
  text text not null
  person_id uuid
  link_id uuid
  said_at timestamp with time zone not null
  constraint words_objection_pkey PRIMARY KEY (community_id, id)
  constraint words_objection_community_id_link_id_fkey FOREIGN KEY (community_id, link_id) REFERENCES gatherings.speaker_link(community_id, id)
  constraint words_objection_community_id_words_id_fkey FOREIGN KEY (community_id, words_id) REFERENCES gatherings.speaker_words(community_id, id)
  constraint words_objection_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint words_objection_check CHECK ((num_nonnulls(person_id, link_id) = 1))
  constraint words_objection_text_check CHECK (((length(text) >= 3) AND (length(text) <= 4000)))
  index objection_of_words btree (community_id, words_id, id)

table gatherings.working_group
  community_id uuid not null
  id uuid not null
  table_id uuid not null
  task text not null
  locale text not null
  due_on date not null
  formed_by uuid not null
  formed_at timestamp with time zone not null
  constraint working_group_pkey PRIMARY KEY (community_id, id)
  constraint working_group_community_id_table_id_fkey FOREIGN KEY (community_id, table_id) REFERENCES gatherings.working_table(community_id, id)
  constraint working_group_formed_by_fkey FOREIGN KEY (formed_by) REFERENCES people.person(id)
  constraint working_group_task_check CHECK (((length(task) >= 3) AND (length(task) <= 1000)))
  index working_group_of btree (community_id, table_id, due_on)

table gatherings.working_group_member
  community_id uuid not null
  group_id uuid not null
  person_id uuid not null
  constraint working_group_member_pkey PRIMARY KEY (community_id, group_id, person_id)
  constraint working_group_member_community_id_group_id_fkey FOREIGN KEY (community_id, group_id) REFERENCES gatherings.working_group(community_id, id)
  constraint working_group_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)

table gatherings.working_group_report
  community_id uuid not null
  group_id uuid not null
  words text not null
  brought_by uuid not null
  brought_at timestamp with time zone not null
  constraint working_group_report_pkey PRIMARY KEY (community_id, group_id)
  constraint working_group_report_brought_by_fkey FOREIGN KEY (brought_by) REFERENCES people.person(id)
  constraint working_group_report_community_id_group_id_fkey FOREIGN KEY (community_id, group_id) REFERENCES gatherings.working_group(community_id, id)
  constraint working_group_report_words_check CHECK (((length(words) >= 3) AND (length(words) <= 4000)))

table gatherings.working_table
  community_id uuid not null
  id uuid not null
  cycle_id uuid not null
  "position" integer not null
  number integer not null
  kind text not null
  name text not null
  about text not null default ''::text
  organisation_id uuid
  set_at timestamp with time zone not null
  constraint working_table_pkey PRIMARY KEY (community_id, id)
  constraint working_table_community_id_cycle_id_id_key UNIQUE (community_id, cycle_id, id)
  constraint working_table_community_id_cycle_id_name_key UNIQUE (community_id, cycle_id, name)
  constraint working_table_community_id_cycle_id_position_key UNIQUE (community_id, cycle_id, "position")
  constraint working_table_community_id_number_key UNIQUE (community_id, number)
  constraint working_table_community_id_cycle_id_fkey FOREIGN KEY (community_id, cycle_id) REFERENCES gatherings.cycle(community_id, id)
  constraint working_table_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint working_table_about_check CHECK ((length(about) <= 2000))
  constraint working_table_check CHECK (((kind = 'organisers'::text) = ("position" = 0)))
  constraint working_table_check1 CHECK (((kind = 'public-body'::text) = (organisation_id IS NOT NULL)))
  constraint working_table_kind_check CHECK ((kind = ANY (ARRAY['interest'::text, 'free'::text, 'public-body'::text, 'organisers'::text])))
  constraint working_table_name_check CHECK (((length(name) >= 2) AND (length(name) <= 80)))
  constraint working_table_number_check CHECK ((number > 0))
  constraint working_table_position_check CHECK ((("position" >= 0) AND ("position" <= 10)))
  unique index one_free_table btree (community_id, cycle_id) WHERE (kind = 'free'::text)
  unique index one_table_of_a_body btree (community_id, cycle_id) WHERE (kind = 'public-body'::text)

table messages.delivery
  person_id uuid not null
  notice_id uuid not null
  claimed_at timestamp with time zone not null
  sent_at timestamp with time zone
  trouble text
  constraint delivery_pkey PRIMARY KEY (person_id, notice_id)
  constraint delivery_person_id_notice_id_fkey FOREIGN KEY (person_id, notice_id) REFERENCES messages.notice(person_id, id) ON DELETE CASCADE

table messages.digest
  person_id uuid not null
  id uuid not null
  covers_until timestamp with time zone not null
  items integer not null
  sent_at timestamp with time zone
  trouble text
  constraint digest_pkey PRIMARY KEY (person_id, id)
  constraint digest_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint digest_items_check CHECK ((items > 0))

table messages.notice
  person_id uuid not null
  id uuid not null
  community_id uuid
  kind text not null
  facts jsonb not null
  href text not null
  about text not null
  told_at timestamp with time zone not null
  read_at timestamp with time zone
  mail_due_at timestamp with time zone
  constraint notice_pkey PRIMARY KEY (person_id, id)
  constraint notice_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint notice_check CHECK ((read_at >= told_at))
  constraint notice_facts_check CHECK ((jsonb_typeof(facts) = 'object'::text))
  constraint notice_href_check CHECK ((href ~ '^/([^/\\]|$)'::text))
  constraint notice_kind_check CHECK ((kind ~ '^[a-z-]+\.[a-z-]+$'::text))
  index notice_mail_due btree (mail_due_at) WHERE (mail_due_at IS NOT NULL)
  unique index notice_unread_once btree (person_id, kind, about) WHERE (read_at IS NULL)

table messages.preference
  person_id uuid not null
  mail text not null
  way_out text not null
  changed_at timestamp with time zone not null
  constraint preference_pkey PRIMARY KEY (person_id)
  constraint preference_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint preference_mail_check CHECK ((mail = ANY (ARRAY['each'::text, 'weekly'::text, 'none'::text])))
  constraint preference_way_out_check CHECK ((length(way_out) >= 24))

table messages.reminder
  person_id uuid not null
  id uuid not null
  community_id uuid
  kind text not null
  facts jsonb not null
  href text not null
  about text not null
  due_at timestamp with time zone not null
  reminded_at timestamp with time zone
  called_off_at timestamp with time zone
  constraint reminder_pkey PRIMARY KEY (person_id, id)
  constraint reminder_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint reminder_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint reminder_check CHECK (((reminded_at IS NULL) OR (called_off_at IS NULL)))
  constraint reminder_facts_check CHECK ((jsonb_typeof(facts) = 'object'::text))
  constraint reminder_href_check CHECK ((href ~ '^/([^/\\]|$)'::text))
  constraint reminder_kind_check CHECK ((kind ~ '^[a-z-]+\.[a-z-]+$'::text))
  index reminder_due btree (due_at) WHERE ((reminded_at IS NULL) AND (called_off_at IS NULL))

table moderation.appeal
  community_id uuid not null
  fold_id uuid not null
  words text not null
  made_at timestamp with time zone not null
  answered_at timestamp with time zone
  answered_by uuid
  upheld boolean
  answer text
  constraint appeal_pkey PRIMARY KEY (community_id, fold_id)
  constraint appeal_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id)
  constraint appeal_community_id_fold_id_fkey FOREIGN KEY (community_id, fold_id) REFERENCES moderation.fold(community_id, id)
  constraint appeal_answer_check CHECK (((length(answer) >= 3) AND (length(answer) <= 1000)))
  constraint appeal_check CHECK ((num_nonnulls(answered_at, answered_by, upheld, answer) = ANY (ARRAY[0, 4])))
  constraint appeal_words_check CHECK (((length(words) >= 3) AND (length(words) <= 1000)))

table moderation.fold
  community_id uuid not null
  id uuid not null
  kind text not null
  subject_id uuid not null
  author_id uuid
  reason text not null
  answer text not null default ''::text
  source text not null default ''::text
  kept jsonb
  folded_at timestamp with time zone not null
  folded_by uuid not null
  needs_second_by timestamp with time zone not null
  seconded_at timestamp with time zone
  seconded_by uuid
  unfolded_at timestamp with time zone
  unfolded_by uuid
  unfolded_how text
  constraint fold_pkey PRIMARY KEY (community_id, id)
  constraint fold_author_id_fkey FOREIGN KEY (author_id) REFERENCES people.person(id)
  constraint fold_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint fold_folded_by_fkey FOREIGN KEY (folded_by) REFERENCES people.person(id)
  constraint fold_seconded_by_fkey FOREIGN KEY (seconded_by) REFERENCES people.person(id)
  constraint fold_unfolded_by_fkey FOREIGN KEY (unfolded_by) REFERENCES people.person(id)
  constraint fold_answer_check CHECK ((length(answer) <= 1000))
  constraint fold_check CHECK ((needs_second_by > folded_at))
  constraint fold_check1 CHECK ((unfolded_at >= folded_at))
  constraint fold_check2 CHECK (((seconded_by IS NULL) OR (seconded_by <> folded_by)))
  constraint fold_check3 CHECK (((author_id IS NULL) OR ((author_id <> folded_by) AND (author_id <> seconded_by))))
  constraint fold_check4 CHECK (((seconded_at IS NULL) = (seconded_by IS NULL)))
  constraint fold_check5 CHECK (((unfolded_at IS NULL) = (unfolded_how IS NULL)))
  constraint fold_check6 CHECK (((unfolded_at IS NULL) OR (kept IS NULL)))
  constraint fold_check7 CHECK (((reason <> 'false'::text) OR (length(source) > 0) OR (kind = ANY (ARRAY['question'::text, 'reflection'::text]))))
  constraint fold_kept_check CHECK ((jsonb_typeof(kept) = 'object'::text))
  constraint fold_kind_check CHECK ((kind ~ '^[a-z-]+$'::text))
  constraint fold_reason_check CHECK ((reason = ANY (ARRAY['insult'::text, 'threat'::text, 'private'::text, 'false'::text, 'advert'::text, 'other'::text])))
  constraint fold_source_check CHECK ((length(source) <= 300))
  constraint fold_unfolded_how_check CHECK ((unfolded_how = ANY (ARRAY['no-second'::text, 'appeal'::text, 'withdrawn'::text])))
  unique index fold_once btree (community_id, subject_id, kind) WHERE (unfolded_at IS NULL)
  index fold_waiting btree (needs_second_by) WHERE ((unfolded_at IS NULL) AND (seconded_at IS NULL))

table moderation.report
  community_id uuid not null
  kind text not null
  subject_id uuid not null
  reported_by uuid not null
  reason text not null
  words text not null default ''::text
  reported_at timestamp with time zone not null
  answered_at timestamp with time zone
  answered_by uuid
  outcome text
  constraint report_pkey PRIMARY KEY (community_id, kind, subject_id, reported_by)
  constraint report_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id)
  constraint report_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint report_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES people.person(id)
  constraint report_check CHECK ((answered_at >= reported_at))
  constraint report_check1 CHECK ((num_nonnulls(answered_by, outcome) = ANY (ARRAY[0, 2])))
  constraint report_check2 CHECK (((outcome IS NULL) OR (answered_at IS NOT NULL)))
  constraint report_kind_check CHECK ((kind ~ '^[a-z-]+$'::text))
  constraint report_outcome_check CHECK ((outcome = ANY (ARRAY['folded'::text, 'stands'::text])))
  constraint report_reason_check CHECK ((reason = ANY (ARRAY['insult'::text, 'threat'::text, 'private'::text, 'false'::text, 'advert'::text, 'other'::text])))
  constraint report_words_check CHECK ((length(words) <= 500))
  index report_waiting btree (community_id, reported_at) WHERE (answered_at IS NULL)

table needs.asking_again
  community_id uuid not null
  id uuid not null
  need_id uuid not null
  asked_at timestamp with time zone not null
  answer text
  words text not null default ''::text
  answered_at timestamp with time zone
  answered_by uuid
  constraint asking_again_pkey PRIMARY KEY (community_id, id)
  constraint asking_again_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id)
  constraint asking_again_community_id_need_id_fkey FOREIGN KEY (community_id, need_id) REFERENCES needs.need(community_id, id)
  constraint asking_again_answer_check CHECK ((answer = ANY (ARRAY['still-needed'::text, 'done'::text, 'let-go'::text])))
  constraint asking_again_check CHECK ((answered_at >= asked_at))
  constraint asking_again_check1 CHECK ((((answered_at IS NULL) = (answer IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL))))
  constraint asking_again_words_check CHECK ((length(words) <= 500))
  unique index asking_again_once btree (community_id, need_id) WHERE (answered_at IS NULL)

table needs.hands
  community_id uuid not null
  id uuid not null
  need_id uuid not null
  hands integer not null
  counted_where text not null default ''::text
  counted_at timestamp with time zone not null
  counted_by uuid
  witness_id uuid
  constraint hands_pkey PRIMARY KEY (community_id, id)
  constraint hands_community_id_need_id_fkey FOREIGN KEY (community_id, need_id) REFERENCES needs.need(community_id, id)
  constraint hands_counted_by_fkey FOREIGN KEY (counted_by) REFERENCES people.person(id)
  constraint hands_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES people.person(id)
  constraint hands_check CHECK (((witness_id IS NULL) OR (witness_id <> counted_by)))
  constraint hands_counted_where_check CHECK ((length(counted_where) <= 160))
  constraint hands_hands_check CHECK (((hands >= 0) AND (hands <= 100000)))
  index hands_of_need btree (community_id, need_id)

table needs.import_list
  community_id uuid not null
  id uuid not null
  source text not null
  made_by uuid
  made_at timestamp with time zone not null
  needs integer not null default 0
  applied_at timestamp with time zone
  constraint import_list_pkey PRIMARY KEY (community_id, id)
  constraint import_list_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint import_list_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id)
  constraint import_list_check CHECK ((applied_at >= made_at))
  constraint import_list_needs_check CHECK ((needs >= 0))
  constraint import_list_source_check CHECK (((length(source) >= 3) AND (length(source) <= 200)))

table needs.merge
  community_id uuid not null
  id uuid not null
  need_id uuid not null
  into_id uuid not null
  words text not null default ''::text
  merged_at timestamp with time zone not null
  merged_by uuid not null
  parted_at timestamp with time zone
  parted_by uuid
  constraint merge_pkey PRIMARY KEY (community_id, id)
  constraint merge_community_id_into_id_fkey FOREIGN KEY (community_id, into_id) REFERENCES needs.need(community_id, id)
  constraint merge_community_id_need_id_fkey FOREIGN KEY (community_id, need_id) REFERENCES needs.need(community_id, id)
  constraint merge_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES people.person(id)
  constraint merge_parted_by_fkey FOREIGN KEY (parted_by) REFERENCES people.person(id)
  constraint merge_check CHECK ((parted_at >= merged_at))
  constraint merge_check1 CHECK ((need_id <> into_id))
  constraint merge_check2 CHECK (((parted_at IS NULL) = (parted_by IS NULL)))
  constraint merge_words_check CHECK ((length(words) <= 300))
  index merge_into btree (community_id, into_id) WHERE (parted_at IS NULL)
  unique index merge_once btree (community_id, need_id) WHERE (parted_at IS NULL)

table needs.need
  community_id uuid not null
  id uuid not null
  number integer not null
  title text not null
  words text not null default ''::text
  locale text not null
  place text not null default ''::text
  latitude double precision
  longitude double precision
  settlement_only boolean not null
  affected text not null default ''::text
  raised_by uuid
  acting_for_id uuid
  signs_as text not null
  channel text not null
  entered_by uuid
  witness_id uuid
  raised_at timestamp with time zone not null
  touched_at timestamp with time zone not null
  state text not null default 'raised'::text
  supporters integer not null default 0
  hands integer not null default 0
  theme_id uuid
  import_id uuid
  constraint need_pkey PRIMARY KEY (community_id, id)
  constraint need_community_id_number_key UNIQUE (community_id, number)
  constraint need_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES communities.organisation(id)
  constraint need_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint need_community_id_import_id_fkey FOREIGN KEY (community_id, import_id) REFERENCES needs.import_list(community_id, id)
  constraint need_community_id_theme_id_fkey FOREIGN KEY (community_id, theme_id) REFERENCES needs.theme(community_id, id)
  constraint need_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id)
  constraint need_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES people.person(id)
  constraint need_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES people.person(id)
  constraint need_affected_check CHECK ((length(affected) <= 300))
  constraint need_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'paper'::text, 'sms'::text, 'email'::text, 'hall'::text, 'import'::text])))
  constraint need_check CHECK ((touched_at >= raised_at))
  constraint need_check1 CHECK (((latitude IS NULL) = (longitude IS NULL)))
  constraint need_check2 CHECK (((NOT settlement_only) OR (latitude IS NULL)))
  constraint need_check3 CHECK (((raised_by IS NOT NULL) OR (entered_by IS NOT NULL) OR (channel = 'import'::text)))
  constraint need_check4 CHECK (((channel <> 'web'::text) OR (raised_by IS NOT NULL)))
  constraint need_check5 CHECK (((channel = 'import'::text) = (import_id IS NOT NULL)))
  constraint need_check6 CHECK (((witness_id IS NULL) OR (witness_id <> entered_by)))
  constraint need_hands_check CHECK ((hands >= 0))
  constraint need_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)))
  constraint need_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint need_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
  constraint need_number_check CHECK ((number > 0))
  constraint need_place_check CHECK ((length(place) <= 120))
  constraint need_signs_as_check CHECK ((signs_as = ANY (ARRAY['name'::text, 'member'::text, 'inside'::text])))
  constraint need_state_check CHECK ((state = ANY (ARRAY['raised'::text, 'taken-up'::text, 'in-decision'::text, 'decided'::text, 'done'::text, 'still-needed'::text, 'let-go'::text])))
  constraint need_supporters_check CHECK ((supporters >= 0))
  constraint need_title_check CHECK (((length(title) >= 3) AND (length(title) <= 160)))
  constraint need_words_check CHECK ((length(words) <= 4000))
  index need_of_person btree (community_id, raised_by) WHERE (raised_by IS NOT NULL)
  index need_of_theme btree (community_id, theme_id) WHERE (theme_id IS NOT NULL)
  index need_touched btree (community_id, touched_at)

table needs.offer
  community_id uuid not null
  id uuid not null
  number integer not null
  kind text not null
  title text not null
  words text not null default ''::text
  locale text not null
  need_id uuid
  offered_by uuid not null
  acting_for_id uuid
  signs_as text not null
  offered_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  withdrawn_by uuid
  constraint offer_pkey PRIMARY KEY (community_id, id)
  constraint offer_community_id_number_key UNIQUE (community_id, number)
  constraint offer_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES communities.organisation(id)
  constraint offer_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint offer_community_id_need_id_fkey FOREIGN KEY (community_id, need_id) REFERENCES needs.need(community_id, id)
  constraint offer_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES people.person(id)
  constraint offer_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people.person(id)
  constraint offer_check CHECK ((withdrawn_at >= offered_at))
  constraint offer_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
  constraint offer_kind_check CHECK ((kind = ANY (ARRAY['skills'::text, 'associations'::text, 'institutions'::text, 'land'::text, 'economy'::text, 'culture'::text])))
  constraint offer_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint offer_number_check CHECK ((number > 0))
  constraint offer_signs_as_check CHECK ((signs_as = ANY (ARRAY['name'::text, 'member'::text, 'inside'::text])))
  constraint offer_title_check CHECK (((length(title) >= 3) AND (length(title) <= 160)))
  constraint offer_words_check CHECK ((length(words) <= 2000))
  index offer_to_need btree (community_id, need_id) WHERE (need_id IS NOT NULL)

table needs.picture
  community_id uuid not null
  need_id uuid not null
  "position" smallint not null
  file_hash text not null
  words text not null
  constraint picture_pkey PRIMARY KEY (community_id, need_id, "position")
  constraint picture_community_id_file_hash_fkey FOREIGN KEY (community_id, file_hash) REFERENCES platform.file(community_id, hash)
  constraint picture_community_id_need_id_fkey FOREIGN KEY (community_id, need_id) REFERENCES needs.need(community_id, id)
  constraint picture_position_check CHECK ((("position" >= 1) AND ("position" <= 4)))
  constraint picture_words_check CHECK (((length(words) >= 1) AND (length(words) <= 200)))

table needs.private_answer
  community_id uuid not null
  id uuid not null
  private_need_id uuid not null
  words text not null
  answered_by uuid not null
  answered_at timestamp with time zone not null
  constraint private_answer_pkey PRIMARY KEY (community_id, id)
  constraint private_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id)
  constraint private_answer_community_id_private_need_id_fkey FOREIGN KEY (community_id, private_need_id) REFERENCES needs.private_need(community_id, id) ON DELETE CASCADE
  constraint private_answer_words_check CHECK (((length(words) >= 1) AND (length(words) <= 4000)))

table needs.private_keeper
  community_id uuid not null
  private_need_id uuid not null
  person_id uuid not null
  constraint private_keeper_pkey PRIMARY KEY (community_id, private_need_id, person_id)
  constraint private_keeper_community_id_private_need_id_fkey FOREIGN KEY (community_id, private_need_id) REFERENCES needs.private_need(community_id, id) ON DELETE CASCADE
  constraint private_keeper_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)

table needs.private_need
  community_id uuid not null
  id uuid not null
  words text not null
  locale text not null
  told_by uuid not null
  told_at timestamp with time zone not null
  constraint private_need_pkey PRIMARY KEY (community_id, id)
  constraint private_need_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint private_need_told_by_fkey FOREIGN KEY (told_by) REFERENCES people.person(id)
  constraint private_need_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint private_need_words_check CHECK (((length(words) >= 3) AND (length(words) <= 4000)))

table needs.publication_consent
  community_id uuid not null
  need_id uuid not null
  answer text not null
  said_as text not null
  said_by uuid not null
  said_at timestamp with time zone not null
  constraint publication_consent_pkey PRIMARY KEY (community_id, need_id)
  constraint publication_consent_community_id_need_id_fkey FOREIGN KEY (community_id, need_id) REFERENCES needs.need(community_id, id)
  constraint publication_consent_said_by_fkey FOREIGN KEY (said_by) REFERENCES people.person(id)
  constraint publication_consent_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text])))
  constraint publication_consent_check CHECK (((answer = 'yes'::text) OR (said_as <> 'raiser'::text)))
  constraint publication_consent_said_as_check CHECK ((said_as = ANY (ARRAY['raiser'::text, 'sender'::text, 'facilitator'::text])))

table needs.state_change
  community_id uuid not null
  id uuid not null
  need_id uuid not null
  state text not null
  words text not null default ''::text
  changed_at timestamp with time zone not null
  changed_by uuid
  constraint state_change_pkey PRIMARY KEY (community_id, id)
  constraint state_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people.person(id)
  constraint state_change_community_id_need_id_fkey FOREIGN KEY (community_id, need_id) REFERENCES needs.need(community_id, id)
  constraint state_change_state_check CHECK ((state = ANY (ARRAY['raised'::text, 'taken-up'::text, 'in-decision'::text, 'decided'::text, 'done'::text, 'still-needed'::text, 'let-go'::text])))
  constraint state_change_words_check CHECK ((length(words) <= 1000))
  index state_change_of_need btree (community_id, need_id, id)

table needs.support
  community_id uuid not null
  need_id uuid not null
  person_id uuid not null
  words text not null default ''::text
  locale text not null
  signs_as text not null
  supported_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  id uuid not null
  constraint support_pkey PRIMARY KEY (community_id, need_id, person_id)
  constraint support_community_id_id_key UNIQUE (community_id, id)
  constraint support_community_id_need_id_fkey FOREIGN KEY (community_id, need_id) REFERENCES needs.need(community_id, id)
  constraint support_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint support_check CHECK ((withdrawn_at >= supported_at))
  constraint support_check1 CHECK (((withdrawn_at IS NULL) OR (words = ''::text)))
  constraint support_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint support_signs_as_check CHECK ((signs_as = ANY (ARRAY['name'::text, 'member'::text, 'inside'::text])))
  constraint support_words_check CHECK ((length(words) <= 500))
  index support_of_person btree (community_id, person_id)

table needs.theme
  community_id uuid not null
  id uuid not null
  name text not null
  made_by uuid
  made_at timestamp with time zone not null
  constraint theme_pkey PRIMARY KEY (community_id, id)
  constraint theme_community_id_name_key UNIQUE (community_id, name)
  constraint theme_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint theme_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id)
  constraint theme_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60)))

table needs.visit
  person_id uuid not null
  community_id uuid not null
  since_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  constraint visit_pkey PRIMARY KEY (person_id, community_id)
  constraint visit_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint visit_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint visit_check CHECK ((seen_at >= since_at))

table needs.withdrawal
  community_id uuid not null
  need_id uuid not null
  reason text not null
  withdrawn_at timestamp with time zone not null
  withdrawn_by uuid not null
  constraint withdrawal_pkey PRIMARY KEY (community_id, need_id)
  constraint withdrawal_community_id_need_id_fkey FOREIGN KEY (community_id, need_id) REFERENCES needs.need(community_id, id)
  constraint withdrawal_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people.person(id)
  constraint withdrawal_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))

table needs.wording
  community_id uuid not null
  need_id uuid not null
  version integer not null
  title text not null
  words text not null
  place text not null
  affected text not null
  locale text not null
  until_at timestamp with time zone not null
  until_by uuid not null
  constraint wording_pkey PRIMARY KEY (community_id, need_id, version)
  constraint wording_community_id_need_id_fkey FOREIGN KEY (community_id, need_id) REFERENCES needs.need(community_id, id)
  constraint wording_until_by_fkey FOREIGN KEY (until_by) REFERENCES people.person(id)
  constraint wording_version_check CHECK ((version > 0))

table people.address
  id uuid not null
  person_id uuid not null
  channel text not null
  value text not null
  known_by text not null
  added_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  constraint address_pkey PRIMARY KEY (id)
  constraint address_person_id_channel_value_key UNIQUE (person_id, channel, value)
  constraint address_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint address_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text])))
  constraint address_check CHECK (
CASE channel
    WHEN 'email'::text THEN ((value = lower(value)) AND (value ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (length(value) <= 254))
    ELSE (value ~ '^\+[1-9][0-9]{6,14}$'::text)
END)
  constraint address_check1 CHECK (((known_by = 'facilitator'::text) OR (confirmed_at IS NOT NULL)))
  constraint address_known_by_check CHECK ((known_by = ANY (ARRAY['code'::text, 'seed'::text, 'facilitator'::text])))
  unique index address_email_once btree (value) WHERE ((channel = 'email'::text) AND (confirmed_at IS NOT NULL))
  index address_value btree (channel, value)

table people.card
  id uuid not null
  person_id uuid not null
  code_hash text not null
  made_at timestamp with time zone not null
  made_by uuid
  used_at timestamp with time zone
  revoked_at timestamp with time zone
  revoked_by uuid
  constraint card_pkey PRIMARY KEY (id)
  constraint card_code_hash_key UNIQUE (code_hash)
  constraint card_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id)
  constraint card_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint card_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people.person(id)
  constraint card_check CHECK ((used_at >= made_at))
  constraint card_check1 CHECK ((revoked_at >= made_at))
  constraint card_code_hash_check CHECK ((code_hash ~ '^[0-9a-f]{64}$'::text))
  unique index card_single_active btree (person_id) WHERE (revoked_at IS NULL)

table people.challenge
  id uuid not null
  knock_hash text not null
  purpose text not null
  challenge text not null
  made_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint challenge_pkey PRIMARY KEY (id)
  constraint challenge_check CHECK ((used_at >= made_at))
  constraint challenge_knock_hash_check CHECK ((knock_hash ~ '^[0-9a-f]{64}$'::text))
  constraint challenge_purpose_check CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'register'::text])))
  index challenge_of_knock btree (knock_hash, made_at)

table people.code
  id uuid not null
  knock_hash text not null
  purpose text not null
  channel text not null
  target text not null
  person_id uuid
  code_hash text not null
  demo_code text
  sent_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  tries integer not null default 0
  proven_at timestamp with time zone
  used_at timestamp with time zone
  constraint code_pkey PRIMARY KEY (id)
  constraint code_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint code_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text])))
  constraint code_check CHECK (((expires_at > sent_at) AND (expires_at <= (sent_at + '00:10:00'::interval))))
  constraint code_check1 CHECK (((proven_at >= sent_at) AND (proven_at <= expires_at)))
  constraint code_check2 CHECK ((used_at >= proven_at))
  constraint code_check3 CHECK (((purpose = 'address'::text) = (person_id IS NOT NULL)))
  constraint code_check4 CHECK (((used_at IS NULL) OR (proven_at IS NOT NULL)))
  constraint code_code_hash_check CHECK ((code_hash ~ '^[0-9a-f]{64}$'::text))
  constraint code_demo_code_check CHECK ((demo_code ~ '^[0-9]{6}$'::text))
  constraint code_knock_hash_check CHECK ((knock_hash ~ '^[0-9a-f]{64}$'::text))
  constraint code_purpose_check CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'address'::text])))
  constraint code_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
  index code_of_knock btree (knock_hash, sent_at)
  index code_of_target btree (channel, target, sent_at)

table people.erasure
  person_id uuid not null
  erased_at timestamp with time zone not null
  constraint erasure_pkey PRIMARY KEY (person_id)
  constraint erasure_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)

table people.passkey
  person_id uuid not null
  credential_id text not null
  public_key text not null
  counter bigint not null
  transports text not null
  label text not null
  made_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint passkey_pkey PRIMARY KEY (person_id, credential_id)
  constraint passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint passkey_counter_check CHECK ((counter >= 0))
  constraint passkey_credential_id_check CHECK (((length(credential_id) >= 8) AND (length(credential_id) <= 1400)))
  constraint passkey_label_check CHECK ((length(label) <= 80))

table people.person
  id uuid not null
  name text not null
  locale text not null
  theme text not null default 'auto'::text
  signs_as text not null default 'name'::text
  came_at timestamp with time zone not null
  made_by uuid
  constraint person_pkey PRIMARY KEY (id)
  constraint person_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id)
  constraint person_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint person_name_check CHECK (((name = btrim(name)) AND (length(name) <= 80)))
  constraint person_signs_as_check CHECK ((signs_as = ANY (ARRAY['name'::text, 'member'::text, 'inside'::text])))
  constraint person_theme_check CHECK ((theme = ANY (ARRAY['auto'::text, 'light'::text, 'dark'::text])))

table people.session
  person_id uuid not null
  id uuid not null
  secret_hash text not null
  how text not null
  device text not null
  started_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  acting_for_id uuid
  constraint session_pkey PRIMARY KEY (person_id, id)
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint session_check CHECK ((seen_at >= started_at))
  constraint session_check1 CHECK ((expires_at > started_at))
  constraint session_check2 CHECK ((ended_at >= started_at))
  constraint session_device_check CHECK ((length(device) <= 80))
  constraint session_how_check CHECK ((how = ANY (ARRAY['code'::text, 'card'::text, 'passkey'::text])))
  constraint session_secret_hash_check CHECK ((secret_hash ~ '^[0-9a-f]{64}$'::text))

table platform.announcement
  community_id uuid not null
  id uuid not null
  kind text not null
  facts jsonb not null
  announced_at timestamp with time zone not null
  heard_at timestamp with time zone
  constraint announcement_pkey PRIMARY KEY (community_id, id)
  constraint announcement_kind_check CHECK ((kind ~ '^[a-z-]+\.[a-z-]+$'::text))
  index announcement_waiting btree (community_id, id) WHERE (heard_at IS NULL)

table platform.done_once
  owner_id uuid not null
  key text not null
  action text not null
  result jsonb
  done_at timestamp with time zone not null
  constraint done_once_pkey PRIMARY KEY (owner_id, key)
  constraint done_once_key_check CHECK (((length(key) >= 8) AND (length(key) <= 100)))

table platform.file
  community_id uuid not null
  hash text not null
  media_type text not null
  bytes bytea not null
  width integer
  height integer
  stored_at timestamp with time zone not null
  constraint file_pkey PRIMARY KEY (community_id, hash)
  constraint file_bytes_check CHECK ((octet_length(bytes) <= 2097152))
  constraint file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))

table platform.hearing
  community_id uuid not null
  announcement_id uuid not null
  listener text not null
  heard_at timestamp with time zone not null
  constraint hearing_pkey PRIMARY KEY (community_id, announcement_id, listener)

table platform.held_import
  community_id uuid not null
  id uuid not null
  kind text not null
  held_for uuid not null
  source text not null
  preview jsonb not null
  held_at timestamp with time zone not null
  constraint held_import_pkey PRIMARY KEY (community_id, id)

table platform.limit_hit
  key text not null
  window_starts_at timestamp with time zone not null
  hits integer not null
  constraint limit_hit_pkey PRIMARY KEY (key, window_starts_at)
  constraint limit_hit_hits_check CHECK ((hits > 0))

table platform.migration
  name text not null
  hash text not null
  ran_at timestamp with time zone not null default now()
  constraint migration_pkey PRIMARY KEY (name)

table platform.search_entry
  community_id uuid not null
  kind text not null
  id uuid not null
  number integer
  audience text not null
  title text not null
  locale text
  opening text not null default ''::text
  path text not null
  plain text not null
  changed_at timestamp with time zone not null
  constraint search_entry_pkey PRIMARY KEY (community_id, kind, id)
  constraint search_entry_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'members'::text])))
  constraint search_entry_opening_check CHECK ((length(opening) <= 200))
  index search_entry_plain gin (plain gin_trgm_ops)

table platform.setting
  key text not null
  value text not null
  set_at timestamp with time zone not null
  constraint setting_pkey PRIMARY KEY (key)

table platform.withheld_file
  community_id uuid not null
  hash text not null
  for_id uuid not null
  owner_id uuid
  withheld_at timestamp with time zone not null
  constraint withheld_file_pkey PRIMARY KEY (community_id, hash, for_id)
  constraint withheld_file_community_id_hash_fkey FOREIGN KEY (community_id, hash) REFERENCES platform.file(community_id, hash)
  index withheld_for btree (community_id, for_id)

table practice.circle_seat
  community_id uuid not null
  id uuid not null
  person_id uuid not null
  organisation_id uuid
  chosen_by text not null
  seated_at timestamp with time zone not null
  seated_by uuid not null
  until_on date
  ended_at timestamp with time zone
  ended_by uuid
  ended_why text
  constraint circle_seat_pkey PRIMARY KEY (community_id, id)
  constraint circle_seat_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint circle_seat_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.person(id)
  constraint circle_seat_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint circle_seat_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint circle_seat_seated_by_fkey FOREIGN KEY (seated_by) REFERENCES people.person(id)
  constraint circle_seat_check CHECK ((ended_at >= seated_at))
  constraint circle_seat_check1 CHECK ((num_nonnulls(ended_at, ended_why) = ANY (ARRAY[0, 2])))
  constraint circle_seat_check2 CHECK (((ended_by IS NULL) OR (ended_at IS NOT NULL)))
  constraint circle_seat_chosen_by_check CHECK ((chosen_by = ANY (ARRAY['founders'::text, 'consent'::text, 'ballot'::text, 'lot'::text, 'turn'::text])))
  constraint circle_seat_ended_why_check CHECK ((ended_why = ANY (ARRAY['turn'::text, 'stepped-down'::text, 'left'::text])))
  unique index circle_seat_once btree (community_id, person_id) WHERE (ended_at IS NULL)

table practice.contributor
  community_id uuid not null
  case_id uuid not null
  id uuid not null
  "position" integer not null
  person_id uuid
  organisation_id uuid
  outside_name text
  outside_tier text
  part text not null default ''::text
  added_at timestamp with time zone not null
  added_by uuid not null
  removed_at timestamp with time zone
  removed_by uuid
  constraint contributor_pkey PRIMARY KEY (community_id, case_id, id)
  constraint contributor_added_by_fkey FOREIGN KEY (added_by) REFERENCES people.person(id)
  constraint contributor_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES practice.library_case(community_id, id)
  constraint contributor_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint contributor_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint contributor_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES people.person(id)
  constraint contributor_check CHECK ((removed_at >= added_at))
  constraint contributor_check1 CHECK ((num_nonnulls(person_id, organisation_id, outside_name) = 1))
  constraint contributor_check2 CHECK (((outside_tier IS NULL) OR (outside_name IS NOT NULL)))
  constraint contributor_check3 CHECK (((removed_at IS NULL) = (removed_by IS NULL)))
  constraint contributor_outside_name_check CHECK (((length(outside_name) >= 2) AND (length(outside_name) <= 160)))
  constraint contributor_outside_tier_check CHECK ((outside_tier = ANY (ARRAY['community'::text, 'local'::text, 'national'::text, 'international'::text])))
  constraint contributor_part_check CHECK ((length(part) <= 300))
  constraint contributor_position_check CHECK (("position" > 0))
  unique index contributor_organisation_once btree (community_id, case_id, organisation_id) WHERE (removed_at IS NULL)
  unique index contributor_person_once btree (community_id, case_id, person_id) WHERE (removed_at IS NULL)

table practice.credit
  community_id uuid not null
  id uuid not null
  case_id uuid not null
  contributor_id uuid not null
  answer text not null
  told boolean not null
  said_at timestamp with time zone not null
  said_by uuid not null
  constraint credit_pkey PRIMARY KEY (community_id, id)
  constraint credit_community_id_case_id_contributor_id_fkey FOREIGN KEY (community_id, case_id, contributor_id) REFERENCES practice.contributor(community_id, case_id, id)
  constraint credit_said_by_fkey FOREIGN KEY (said_by) REFERENCES people.person(id)
  constraint credit_answer_check CHECK ((answer = ANY (ARRAY['name'::text, 'member'::text, 'inside'::text, 'no'::text])))
  index credit_of_case btree (community_id, case_id, contributor_id)

table practice.introduction
  community_id uuid not null
  id uuid not null
  share_id uuid not null
  share_kind text not null default 'share'::text
  wish_id uuid not null
  wish_kind text not null default 'wish'::text
  asking_side text not null
  asked_by uuid not null
  asked_at timestamp with time zone not null
  constraint introduction_pkey PRIMARY KEY (community_id, id)
  constraint introduction_community_id_share_id_wish_id_key UNIQUE (community_id, share_id, wish_id)
  constraint introduction_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people.person(id)
  constraint introduction_community_id_share_id_share_kind_fkey FOREIGN KEY (community_id, share_id, share_kind) REFERENCES practice.topic(community_id, id, kind)
  constraint introduction_community_id_wish_id_wish_kind_fkey FOREIGN KEY (community_id, wish_id, wish_kind) REFERENCES practice.topic(community_id, id, kind)
  constraint introduction_asking_side_check CHECK ((asking_side = ANY (ARRAY['share'::text, 'wish'::text])))
  constraint introduction_share_kind_check CHECK ((share_kind = 'share'::text))
  constraint introduction_wish_kind_check CHECK ((wish_kind = 'wish'::text))

table practice.introduction_answer
  community_id uuid not null
  introduction_id uuid not null
  answer text not null
  answered_by uuid not null
  answered_at timestamp with time zone not null
  constraint introduction_answer_pkey PRIMARY KEY (community_id, introduction_id)
  constraint introduction_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id)
  constraint introduction_answer_community_id_introduction_id_fkey FOREIGN KEY (community_id, introduction_id) REFERENCES practice.introduction(community_id, id)
  constraint introduction_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'not-now'::text])))

table practice.lesson
  community_id uuid not null
  id uuid not null
  case_id uuid
  gathering_id uuid
  words text not null
  locale text not null
  organisation_id uuid
  signs_as text not null
  drawn_at timestamp with time zone not null
  drawn_by uuid not null
  taken_back_at timestamp with time zone
  taken_back_by uuid
  constraint lesson_pkey PRIMARY KEY (community_id, id)
  constraint lesson_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES practice.library_case(community_id, id)
  constraint lesson_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint lesson_community_id_gathering_id_fkey FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings.gathering(community_id, id)
  constraint lesson_drawn_by_fkey FOREIGN KEY (drawn_by) REFERENCES people.person(id)
  constraint lesson_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint lesson_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES people.person(id)
  constraint lesson_check CHECK ((taken_back_at >= drawn_at))
  constraint lesson_check1 CHECK ((num_nonnulls(case_id, gathering_id) >= 1))
  constraint lesson_check2 CHECK (((taken_back_at IS NULL) = (taken_back_by IS NULL)))
  constraint lesson_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint lesson_signs_as_check CHECK ((signs_as = ANY (ARRAY['name'::text, 'member'::text, 'inside'::text])))
  constraint lesson_words_check CHECK (((length(words) >= 3) AND (length(words) <= 400)))
  index lesson_of_case btree (community_id, case_id) WHERE (case_id IS NOT NULL)
  index lesson_of_gathering btree (community_id, gathering_id) WHERE (gathering_id IS NOT NULL)

table practice.library_case
  community_id uuid not null
  id uuid not null
  number integer not null
  organisation_id uuid
  home_community_id uuid
  credit_order text not null default 'alphabet'::text
  begun_at timestamp with time zone not null
  written_by uuid not null
  depth integer not null
  from_case_id uuid
  from_depth integer
  how text
  constraint library_case_pkey PRIMARY KEY (community_id, id)
  constraint library_case_community_id_id_depth_key UNIQUE (community_id, id, depth)
  constraint library_case_community_id_number_key UNIQUE (community_id, number)
  constraint library_case_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint library_case_community_id_from_case_id_from_depth_fkey FOREIGN KEY (community_id, from_case_id, from_depth) REFERENCES practice.library_case(community_id, id, depth)
  constraint library_case_home_community_id_fkey FOREIGN KEY (home_community_id) REFERENCES communities.community(id)
  constraint library_case_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint library_case_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id)
  constraint library_case_check CHECK ((num_nonnulls(organisation_id, home_community_id) <= 1))
  constraint library_case_check1 CHECK ((num_nonnulls(from_case_id, from_depth, how) = ANY (ARRAY[0, 3])))
  constraint library_case_check2 CHECK ((depth = COALESCE((from_depth + 1), 0)))
  constraint library_case_check3 CHECK (((from_case_id IS NULL) OR (num_nonnulls(organisation_id, home_community_id) = 1)))
  constraint library_case_credit_order_check CHECK ((credit_order = ANY (ARRAY['alphabet'::text, 'own'::text])))
  constraint library_case_depth_check CHECK (((depth >= 0) AND (depth <= 40)))
  constraint library_case_how_check CHECK ((how = ANY (ARRAY['adopted'::text, 'adapted'::text, 'did-not-work'::text])))
  constraint library_case_number_check CHECK ((number > 0))
  index case_learned_from btree (community_id, from_case_id) WHERE (from_case_id IS NOT NULL)

table practice.picture
  community_id uuid not null
  case_id uuid not null
  "position" integer not null
  file_hash text not null
  words text not null
  constraint picture_pkey PRIMARY KEY (community_id, case_id, "position")
  constraint picture_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES practice.library_case(community_id, id)
  constraint picture_community_id_file_hash_fkey FOREIGN KEY (community_id, file_hash) REFERENCES platform.file(community_id, hash)
  constraint picture_position_check CHECK ((("position" >= 1) AND ("position" <= 8)))
  constraint picture_words_check CHECK (((length(words) >= 1) AND (length(words) <= 200)))

table practice.plan_change
  community_id uuid not null
  id uuid not null
  item_id uuid not null
  state text not null
  due_on date
  words text not null default ''::text
  changed_at timestamp with time zone not null
  changed_by uuid not null
  constraint plan_change_pkey PRIMARY KEY (community_id, id)
  constraint plan_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people.person(id)
  constraint plan_change_community_id_item_id_fkey FOREIGN KEY (community_id, item_id) REFERENCES practice.plan_item(community_id, id)
  constraint plan_change_check CHECK (((state = 'put-off'::text) = (due_on IS NOT NULL)))
  constraint plan_change_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'under-way'::text, 'put-off'::text, 'done'::text, 'let-go'::text])))
  constraint plan_change_words_check CHECK ((length(words) <= 500))
  index plan_change_of_item btree (community_id, item_id, changed_at)

table practice.plan_item
  community_id uuid not null
  id uuid not null
  what text not null
  locale text not null
  person_id uuid
  organisation_id uuid
  due_on date
  added_at timestamp with time zone not null
  added_by uuid not null
  constraint plan_item_pkey PRIMARY KEY (community_id, id)
  constraint plan_item_added_by_fkey FOREIGN KEY (added_by) REFERENCES people.person(id)
  constraint plan_item_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint plan_item_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint plan_item_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint plan_item_check CHECK ((num_nonnulls(person_id, organisation_id) = 1))
  constraint plan_item_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint plan_item_what_check CHECK (((length(what) >= 3) AND (length(what) <= 300)))

table practice.publication
  community_id uuid not null
  case_id uuid not null
  published_at timestamp with time zone not null
  published_by uuid not null
  constraint publication_pkey PRIMARY KEY (community_id, case_id)
  constraint publication_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES practice.library_case(community_id, id)
  constraint publication_published_by_fkey FOREIGN KEY (published_by) REFERENCES people.person(id)

table practice.taking_back
  community_id uuid not null
  case_id uuid not null
  taken_back_at timestamp with time zone not null
  taken_back_by uuid not null
  why text not null
  constraint taking_back_pkey PRIMARY KEY (community_id, case_id)
  constraint taking_back_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES practice.library_case(community_id, id)
  constraint taking_back_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES people.person(id)
  constraint taking_back_why_check CHECK (((length(why) >= 3) AND (length(why) <= 500)))

table practice.topic
  community_id uuid not null
  id uuid not null
  kind text not null
  person_id uuid
  organisation_id uuid
  words text not null
  locale text not null
  tags text[] not null default '{}'::text[]
  pairing text not null
  said_by uuid not null
  said_at timestamp with time zone not null
  taken_back_at timestamp with time zone
  taken_back_by uuid
  constraint topic_pkey PRIMARY KEY (community_id, id)
  constraint topic_community_id_id_kind_key UNIQUE (community_id, id, kind)
  constraint topic_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities.community(id)
  constraint topic_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES communities.organisation(id)
  constraint topic_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
  constraint topic_said_by_fkey FOREIGN KEY (said_by) REFERENCES people.person(id)
  constraint topic_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES people.person(id)
  constraint topic_check CHECK ((taken_back_at >= said_at))
  constraint topic_check1 CHECK ((num_nonnulls(person_id, organisation_id) = 1))
  constraint topic_check2 CHECK (((taken_back_by IS NULL) OR (taken_back_at IS NOT NULL)))
  constraint topic_kind_check CHECK ((kind = ANY (ARRAY['share'::text, 'wish'::text])))
  constraint topic_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint topic_pairing_check CHECK ((pairing = ANY (ARRAY['yes'::text, 'no'::text])))
  constraint topic_tags_check CHECK ((cardinality(tags) <= 6))
  constraint topic_words_check CHECK (((length(words) >= 2) AND (length(words) <= 200)))

table practice.wording
  community_id uuid not null
  case_id uuid not null
  version integer not null
  title text not null
  locale text not null
  place text not null default ''::text
  country text not null
  happened text not null default ''::text
  context text not null default ''::text
  done text not null default ''::text
  changed text not null default ''::text
  failed text not null default ''::text
  not_where text not null default ''::text
  cost_amount bigint
  cost_currency text
  cost_words text not null default ''::text
  languages text[] not null default '{}'::text[]
  tags text[] not null default '{}'::text[]
  goals integer[] not null default '{}'::integer[]
  why text not null default ''::text
  written_at timestamp with time zone not null
  written_by uuid not null
  constraint wording_pkey PRIMARY KEY (community_id, case_id, version)
  constraint wording_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES practice.library_case(community_id, id)
  constraint wording_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id)
  constraint wording_changed_check CHECK ((length(changed) <= 6000))
  constraint wording_check CHECK (((cost_amount IS NULL) = (cost_currency IS NULL)))
  constraint wording_context_check CHECK ((length(context) <= 6000))
  constraint wording_cost_amount_check CHECK ((cost_amount >= 0))
  constraint wording_cost_currency_check CHECK ((cost_currency ~ '^[A-Z]{3}$'::text))
  constraint wording_cost_words_check CHECK ((length(cost_words) <= 1000))
  constraint wording_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
  constraint wording_done_check CHECK ((length(done) <= 6000))
  constraint wording_failed_check CHECK ((length(failed) <= 6000))
  constraint wording_goals_check CHECK (((1 <= ALL (goals)) AND (17 >= ALL (goals)) AND (cardinality(goals) <= 17)))
  constraint wording_happened_check CHECK ((length(happened) <= 80))
  constraint wording_languages_check CHECK ((cardinality(languages) <= 9))
  constraint wording_locale_check CHECK ((locale = ANY (ARRAY['sr-Cyrl'::text, 'sr-Latn'::text, 'mk'::text, 'sq'::text, 'en'::text])))
  constraint wording_not_where_check CHECK ((length(not_where) <= 4000))
  constraint wording_place_check CHECK ((length(place) <= 160))
  constraint wording_tags_check CHECK ((cardinality(tags) <= 6))
  constraint wording_title_check CHECK (((length(title) >= 3) AND (length(title) <= 160)))
  constraint wording_version_check CHECK ((version > 0))
  constraint wording_why_check CHECK ((length(why) <= 300))
