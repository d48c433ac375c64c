PRAGMA application_id=1397312049;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE reps (
	session_id TEXT NOT NULL, 
	slot INTEGER NOT NULL, 
	side TEXT NOT NULL, 
	set_number INTEGER NOT NULL, 
	rep_number INTEGER NOT NULL, 
	exercise_id TEXT NOT NULL, 
	held_s FLOAT NOT NULL, 
	planned_hold_s FLOAT NOT NULL, 
	finished_at TEXT NOT NULL, 
	CONSTRAINT pk_reps PRIMARY KEY (session_id, slot, side, set_number, rep_number), 
	CONSTRAINT ck_reps_side CHECK (side IN ('left', 'right', 'both')), 
	CONSTRAINT ck_reps_numbers CHECK (slot >= 0 AND set_number >= 1 AND rep_number >= 1), 
	CONSTRAINT ck_reps_holds CHECK (held_s >= 0 AND planned_hold_s >= 0), 
	CONSTRAINT fk_reps_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO "reps" VALUES('6f1c2e0b9d5a4f7c8e3b1a2d4c5e6f70',0,'both',1,1,'pelvic_tilt',5.0,5.0,'2026-10-24T16:03:10.000000Z');
INSERT INTO "reps" VALUES('6f1c2e0b9d5a4f7c8e3b1a2d4c5e6f70',0,'both',1,2,'pelvic_tilt',5.0,5.0,'2026-10-24T16:03:20.000000Z');
INSERT INTO "reps" VALUES('6f1c2e0b9d5a4f7c8e3b1a2d4c5e6f70',0,'both',1,3,'pelvic_tilt',5.0,5.0,'2026-10-24T16:03:30.000000Z');
INSERT INTO "reps" VALUES('7a2d3f1c0e6b5a8d9f4c2b3e5d6f7a81',2,'left',1,1,'figure4_supine',20.0,30.0,'2026-10-25T17:05:00.000000Z');
CREATE TABLE sessions (
	id TEXT NOT NULL, 
	routine_id TEXT NOT NULL, 
	routine_name TEXT NOT NULL, 
	started_at TEXT NOT NULL, 
	ended_at TEXT, 
	local_date TEXT NOT NULL, 
	utc_offset_minutes INTEGER NOT NULL, 
	status TEXT NOT NULL, 
	nrs_before INTEGER, 
	nrs_after INTEGER, 
	planned_reps INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_sessions PRIMARY KEY (id), 
	CONSTRAINT ck_sessions_status CHECK (status IN ('running', 'completed', 'ended_early')), 
	CONSTRAINT ck_sessions_nrs_before CHECK (nrs_before BETWEEN 0 AND 10), 
	CONSTRAINT ck_sessions_nrs_after CHECK (nrs_after BETWEEN 0 AND 10), 
	CONSTRAINT ck_sessions_planned_reps CHECK (planned_reps >= 0)
);
INSERT INTO "sessions" VALUES('6f1c2e0b9d5a4f7c8e3b1a2d4c5e6f70','first_gentle','First gentle routine','2026-10-24T16:02:10.250000Z','2026-10-24T16:19:44.000000Z','2026-10-24',120,'completed',4,3,58,'');
INSERT INTO "sessions" VALUES('7a2d3f1c0e6b5a8d9f4c2b3e5d6f7a81','first_gentle','First gentle routine','2026-10-25T17:00:00.000000Z',NULL,'2026-10-25',60,'running',NULL,NULL,58,'cut off');
CREATE INDEX ix_sessions_started_at ON sessions (started_at);
COMMIT;
