BEGIN TRANSACTION;
CREATE TABLE administrators (
	id INTEGER NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	password_hash VARCHAR(200) NOT NULL, 
	recovery_hash VARCHAR(200) NOT NULL, 
	department_id INTEGER, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_administrators PRIMARY KEY (id), 
	CONSTRAINT fk_administrators_department_id_departments FOREIGN KEY(department_id) REFERENCES departments (id), 
	CONSTRAINT uq_administrators_name UNIQUE (name)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE attempt_events (
	id INTEGER NOT NULL, 
	attempt_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	event VARCHAR(30) NOT NULL, 
	details JSON NOT NULL, 
	CONSTRAINT pk_attempt_events PRIMARY KEY (id), 
	CONSTRAINT fk_attempt_events_attempt_id_attempts FOREIGN KEY(attempt_id) REFERENCES attempts (id)
);
CREATE TABLE "attempt_questions" (
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	revision_id INTEGER NOT NULL, 
	option_order JSON NOT NULL, 
	points INTEGER NOT NULL, 
	earned INTEGER, 
	marked_by VARCHAR(100) DEFAULT '' NOT NULL, 
	marked_at DATETIME, 
	CONSTRAINT pk_attempt_questions PRIMARY KEY (attempt_id, position), 
	CONSTRAINT fk_attempt_questions_attempt_id_attempts FOREIGN KEY(attempt_id) REFERENCES attempts (id), 
	CONSTRAINT fk_attempt_questions_revision_id_question_revisions FOREIGN KEY(revision_id) REFERENCES question_revisions (id)
);
CREATE TABLE "attempts" (
	id INTEGER NOT NULL, 
	sitting_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	started_at DATETIME NOT NULL, 
	deadline_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	used_s FLOAT NOT NULL, 
	seen_at DATETIME NOT NULL, 
	boot_id VARCHAR(64) NOT NULL, 
	boot_s FLOAT NOT NULL, 
	last_seq INTEGER NOT NULL, 
	void_reason VARCHAR(200) NOT NULL, 
	granted_s INTEGER DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_attempts PRIMARY KEY (id), 
	CONSTRAINT fk_attempts_sitting_id_sittings FOREIGN KEY(sitting_id) REFERENCES sittings (id), 
	CONSTRAINT uq_attempts_sitting_id UNIQUE (sitting_id, number)
);
CREATE TABLE banks (
	id INTEGER NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_banks PRIMARY KEY (id), 
	CONSTRAINT uq_banks_name UNIQUE (name)
);
INSERT INTO "banks" VALUES(1,'礼仪','2026-03-02 01:00:00.000000');
CREATE TABLE bureau (
	id INTEGER NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	unit_word VARCHAR(20) NOT NULL, 
	sign_in_check VARCHAR(20) NOT NULL, 
	CONSTRAINT pk_bureau PRIMARY KEY (id)
);
INSERT INTO "bureau" VALUES(1,'机关事务局','局属','pin');
CREATE TABLE departments (
	id INTEGER NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	parent_id INTEGER, 
	position INTEGER NOT NULL, 
	is_active BOOLEAN NOT NULL, 
	CONSTRAINT pk_departments PRIMARY KEY (id), 
	CONSTRAINT fk_departments_parent_id_departments FOREIGN KEY(parent_id) REFERENCES departments (id), 
	CONSTRAINT uq_departments_parent_id UNIQUE (parent_id, name)
);
INSERT INTO "departments" VALUES(1,'办公室','section',NULL,1,1);
INSERT INTO "departments" VALUES(2,'机关服务中心','unit',NULL,2,1);
INSERT INTO "departments" VALUES(3,'餐饮科','section',2,1,1);
CREATE TABLE due_people (
	id INTEGER NOT NULL, 
	exam_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	paper_id INTEGER NOT NULL, 
	number VARCHAR(50) NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	department_id INTEGER NOT NULL, 
	department JSON NOT NULL, 
	department_kind VARCHAR(20) NOT NULL, 
	category VARCHAR(50) NOT NULL, 
	position VARCHAR(100) NOT NULL, 
	counts BOOLEAN NOT NULL, 
	is_ranked BOOLEAN NOT NULL, 
	status VARCHAR(20) NOT NULL, 
	reason VARCHAR(200) NOT NULL, 
	settled_by VARCHAR(100) NOT NULL, 
	settled_at DATETIME, 
	extra_minutes INTEGER NOT NULL, 
	CONSTRAINT pk_due_people PRIMARY KEY (id), 
	CONSTRAINT fk_due_people_department_id_departments FOREIGN KEY(department_id) REFERENCES departments (id), 
	CONSTRAINT fk_due_people_exam_id_exams FOREIGN KEY(exam_id) REFERENCES exams (id), 
	CONSTRAINT fk_due_people_paper_id_exam_papers FOREIGN KEY(paper_id) REFERENCES exam_papers (id), 
	CONSTRAINT fk_due_people_person_id_people FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT uq_due_people_exam_id UNIQUE (exam_id, person_id)
);
CREATE TABLE exam_papers (
	id INTEGER NOT NULL, 
	exam_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	blueprint JSON NOT NULL, 
	audience JSON NOT NULL, 
	pool JSON NOT NULL, 
	CONSTRAINT pk_exam_papers PRIMARY KEY (id), 
	CONSTRAINT fk_exam_papers_exam_id_exams FOREIGN KEY(exam_id) REFERENCES exams (id), 
	CONSTRAINT uq_exam_papers_exam_id UNIQUE (exam_id, position)
);
CREATE TABLE exams (
	id INTEGER NOT NULL, 
	month VARCHAR(7) NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	opens_at DATETIME NOT NULL, 
	closes_at DATETIME NOT NULL, 
	minutes INTEGER NOT NULL, 
	full_points INTEGER NOT NULL, 
	pass_points INTEGER NOT NULL, 
	excellent_points INTEGER NOT NULL, 
	attempts_allowed INTEGER NOT NULL, 
	attempts_rule VARCHAR(20) NOT NULL, 
	multiple_rule VARCHAR(20) NOT NULL, 
	definition JSON NOT NULL, 
	seed VARCHAR(64) NOT NULL, 
	created_at DATETIME NOT NULL, 
	published_at DATETIME, 
	closed_at DATETIME, 
	CONSTRAINT pk_exams PRIMARY KEY (id)
);
CREATE TABLE import_batches (
	id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	bank_id INTEGER, 
	file_name VARCHAR(300) NOT NULL, 
	file_hash VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	who VARCHAR(100) NOT NULL, 
	counts JSON NOT NULL, 
	undone_at DATETIME, 
	CONSTRAINT pk_import_batches PRIMARY KEY (id), 
	CONSTRAINT fk_import_batches_bank_id_banks FOREIGN KEY(bank_id) REFERENCES banks (id)
);
INSERT INTO "import_batches" VALUES(1,'bank',1,'礼仪.xlsx','ab','2026-03-02 01:00:00.000000','李四','{"new": 1}',NULL);
CREATE TABLE late_responses (
	id INTEGER NOT NULL, 
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	response JSON NOT NULL, 
	seq INTEGER NOT NULL, 
	received_at DATETIME NOT NULL, 
	CONSTRAINT pk_late_responses PRIMARY KEY (id), 
	CONSTRAINT fk_late_responses_attempt_id_attempts FOREIGN KEY(attempt_id) REFERENCES attempts (id)
);
CREATE TABLE log_entries (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	who VARCHAR(100) NOT NULL, 
	action VARCHAR(50) NOT NULL, 
	subject VARCHAR(200) NOT NULL, 
	reason TEXT NOT NULL, 
	details JSON NOT NULL, 
	CONSTRAINT pk_log_entries PRIMARY KEY (id)
);
INSERT INTO "log_entries" VALUES(1,'2026-03-02 01:00:00.000000','李四','people.import','名册.xlsx','','{"new": 1}');
CREATE TABLE "people" (
	id INTEGER NOT NULL, 
	number VARCHAR(50) NOT NULL, 
	is_number_generated BOOLEAN NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	pinyin VARCHAR(400) NOT NULL, 
	initials VARCHAR(100) NOT NULL, 
	department_id INTEGER NOT NULL, 
	category VARCHAR(50) NOT NULL, 
	position VARCHAR(100) NOT NULL, 
	phone VARCHAR(50) NOT NULL, 
	remark VARCHAR(200) NOT NULL, 
	takes_tests BOOLEAN NOT NULL, 
	counts BOOLEAN NOT NULL, 
	is_ranked BOOLEAN NOT NULL, 
	pin_hash VARCHAR(200), 
	is_active BOOLEAN NOT NULL, 
	extra_minutes INTEGER DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_people PRIMARY KEY (id), 
	CONSTRAINT fk_people_department_id_departments FOREIGN KEY(department_id) REFERENCES departments (id), 
	CONSTRAINT uq_people_number UNIQUE (number)
);
INSERT INTO "people" VALUES(1,'007',0,'张𬭚','zhang du','zd',3,'工勤','厨师','13800000000','',1,1,1,NULL,1,10);
CREATE TABLE pictures (
	digest VARCHAR(64) NOT NULL, 
	media_type VARCHAR(20) NOT NULL, 
	width INTEGER NOT NULL, 
	height INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_pictures PRIMARY KEY (digest)
);
INSERT INTO "pictures" VALUES('ab','image/png',4,3,X'89504E47');
CREATE TABLE practice_records (
	person_id INTEGER NOT NULL, 
	question_id INTEGER NOT NULL, 
	seen INTEGER NOT NULL, 
	wrong INTEGER NOT NULL, 
	right_in_a_row INTEGER NOT NULL, 
	is_mistake BOOLEAN NOT NULL, 
	is_favourite BOOLEAN NOT NULL, 
	seen_at DATETIME, 
	CONSTRAINT pk_practice_records PRIMARY KEY (person_id, question_id), 
	CONSTRAINT fk_practice_records_person_id_people FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT fk_practice_records_question_id_questions FOREIGN KEY(question_id) REFERENCES questions (id)
);
INSERT INTO "practice_records" VALUES(1,1,3,1,1,1,0,'2026-03-03 01:00:00.000000');
CREATE TABLE "question_revisions" (
	id INTEGER NOT NULL, 
	question_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	batch_id INTEGER, 
	kind VARCHAR(20) NOT NULL, 
	stem TEXT NOT NULL, 
	options JSON NOT NULL, 
	"key" JSON NOT NULL, 
	explanation TEXT NOT NULL, 
	category VARCHAR(200) NOT NULL, 
	knowledge_point VARCHAR(200) NOT NULL, 
	difficulty VARCHAR(10) NOT NULL, 
	source TEXT NOT NULL, 
	reviewed_on DATE, 
	created_at DATETIME NOT NULL, 
	who VARCHAR(100) NOT NULL, 
	pictures JSON DEFAULT '[]' NOT NULL, 
	any_order BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_question_revisions PRIMARY KEY (id), 
	CONSTRAINT fk_question_revisions_question_id_questions FOREIGN KEY(question_id) REFERENCES questions (id), 
	CONSTRAINT uq_question_revisions_question_id UNIQUE (question_id, number), 
	CONSTRAINT fk_question_revisions_batch_id_import_batches FOREIGN KEY(batch_id) REFERENCES import_batches (id)
);
INSERT INTO "question_revisions" VALUES(1,1,1,1,'true_false','如图，站姿正确','[]','true','','会面','','','',NULL,'2026-03-02 01:00:00.000000','李四','[{"digest": "ab", "option": null}]',0);
CREATE TABLE "questions" (
	id INTEGER NOT NULL, 
	bank_id INTEGER NOT NULL, 
	identity VARCHAR(40) NOT NULL, 
	revision_id INTEGER, 
	state VARCHAR(20) NOT NULL, 
	is_kept_back BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_questions PRIMARY KEY (id), 
	CONSTRAINT fk_questions_bank_id_banks FOREIGN KEY(bank_id) REFERENCES banks (id)
);
INSERT INTO "questions" VALUES(1,1,'identity',1,'active',0);
CREATE TABLE responses (
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	response JSON NOT NULL, 
	is_marked BOOLEAN NOT NULL, 
	seq INTEGER NOT NULL, 
	saved_at DATETIME NOT NULL, 
	CONSTRAINT pk_responses PRIMARY KEY (attempt_id, position), 
	CONSTRAINT fk_responses_attempt_id_attempts FOREIGN KEY(attempt_id) REFERENCES attempts (id)
);
CREATE TABLE "results" (
	attempt_id INTEGER NOT NULL, 
	score INTEGER NOT NULL, 
	answered INTEGER NOT NULL, 
	"right" INTEGER NOT NULL, 
	graded_at DATETIME NOT NULL, 
	unmarked INTEGER DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_results PRIMARY KEY (attempt_id), 
	CONSTRAINT fk_results_attempt_id_attempts FOREIGN KEY(attempt_id) REFERENCES attempts (id)
);
CREATE TABLE sittings (
	id INTEGER NOT NULL, 
	due_id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	counting_attempt_id INTEGER, 
	score INTEGER, 
	used_s INTEGER, 
	submitted_at DATETIME, 
	CONSTRAINT pk_sittings PRIMARY KEY (id), 
	CONSTRAINT fk_sittings_due_id_due_people FOREIGN KEY(due_id) REFERENCES due_people (id), 
	CONSTRAINT uq_sittings_due_id UNIQUE (due_id, kind)
);
CREATE TABLE tokens (
	token_hash VARCHAR(64) NOT NULL, 
	person_id INTEGER NOT NULL, 
	expires_at DATETIME NOT NULL, 
	CONSTRAINT pk_tokens PRIMARY KEY (token_hash), 
	CONSTRAINT fk_tokens_person_id_people FOREIGN KEY(person_id) REFERENCES people (id)
);
CREATE INDEX ix_departments_parent_id ON departments (parent_id);
CREATE INDEX ix_exams_month ON exams (month);
CREATE INDEX ix_log_entries_action ON log_entries (action);
CREATE INDEX ix_import_batches_bank_id ON import_batches (bank_id);
CREATE INDEX ix_due_people_person_id ON due_people (person_id);
CREATE INDEX ix_tokens_person_id ON tokens (person_id);
CREATE INDEX ix_attempt_events_attempt_id ON attempt_events (attempt_id);
CREATE INDEX ix_late_responses_attempt_id ON late_responses (attempt_id);
CREATE INDEX ix_people_department_id ON people (department_id);
CREATE INDEX ix_questions_bank_id ON questions (bank_id);
CREATE INDEX ix_questions_bank_identity ON questions (bank_id, identity);
CREATE INDEX ix_question_revisions_question_id ON question_revisions (question_id);
CREATE INDEX ix_question_revisions_batch_id ON question_revisions (batch_id);
CREATE INDEX ix_attempts_state ON attempts (state);
CREATE INDEX ix_attempt_questions_revision_id ON attempt_questions (revision_id);
CREATE INDEX ix_practice_records_question_id ON practice_records (question_id);
COMMIT;
