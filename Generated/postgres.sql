-- Generated from integration.yaml by `integration generate`. Do not edit.
-- The tables of the models of Meta in PostgreSQL.

-- The runtime makes these two itself.
CREATE TABLE IF NOT EXISTS ik_workplace (
    handle text COLLATE "C" NOT NULL PRIMARY KEY, name text COLLATE "C" NOT NULL, time_zone text COLLATE "C" NOT NULL
);
CREATE TABLE IF NOT EXISTS ik_installation (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    workplace text COLLATE "C" NOT NULL UNIQUE REFERENCES ik_workplace (handle),
    created_at bigint NOT NULL
);

CREATE TABLE "model_meta_connection" (
    installation_id text COLLATE "C" NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    "waba_id" text COLLATE "C",
    "business_name" text COLLATE "C",
    "status" text COLLATE "C" NOT NULL DEFAULT 'PENDING',
    "business_id" text COLLATE "C",
    "error" text COLLATE "C",
    "connected_at" timestamptz,
    "user_id" text COLLATE "C",
    "missing_scopes" text COLLATE "C",
    "token_expires_at" timestamptz,
    "data_access_expires_at" timestamptz,
    "account_notice" text COLLATE "C",
    "review_status" text COLLATE "C",
    "messaging_limit" text COLLATE "C",
    PRIMARY KEY (installation_id, id)
);
CREATE UNIQUE INDEX "model_meta_connection$unique" ON "model_meta_connection" (installation_id);
COMMENT ON TABLE "model_meta_connection" IS 'Top-level OAuth connection to Meta. One per installation.';
COMMENT ON COLUMN "model_meta_connection"."waba_id" IS 'WhatsApp Business Account ID';
COMMENT ON COLUMN "model_meta_connection"."business_name" IS 'Business name from Meta';
COMMENT ON COLUMN "model_meta_connection"."status" IS 'Connection status';
COMMENT ON COLUMN "model_meta_connection"."business_id" IS 'Meta Business Portfolio ID';
COMMENT ON COLUMN "model_meta_connection"."error" IS 'The last problem with the connection in plain words';
COMMENT ON COLUMN "model_meta_connection"."connected_at" IS 'When the account was last connected';
COMMENT ON COLUMN "model_meta_connection"."user_id" IS 'The person who connected, as this app knows them';
COMMENT ON COLUMN "model_meta_connection"."missing_scopes" IS 'Permissions that were not granted';
COMMENT ON COLUMN "model_meta_connection"."token_expires_at" IS 'When Meta stops to accept the connection; empty if never';
COMMENT ON COLUMN "model_meta_connection"."data_access_expires_at" IS 'When Meta stops to give the person''s data';
COMMENT ON COLUMN "model_meta_connection"."account_notice" IS 'The last thing that Meta told about the WhatsApp account';
COMMENT ON COLUMN "model_meta_connection"."review_status" IS 'Meta''s review of the WhatsApp account';
COMMENT ON COLUMN "model_meta_connection"."messaging_limit" IS 'How many people may be written to first, without an open conversation';

CREATE TABLE "model_whatsapp_phone_number" (
    installation_id text COLLATE "C" NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    "phone" text COLLATE "C" NOT NULL,
    "phone_number_id" text COLLATE "C" NOT NULL,
    "waba_id" text COLLATE "C",
    "display_name" text COLLATE "C",
    "quality_rating" text COLLATE "C",
    "status" text COLLATE "C",
    "name_status" text COLLATE "C",
    "verification" text COLLATE "C",
    "throughput" text COLLATE "C",
    "messaging_limit" text COLLATE "C",
    "notice" text COLLATE "C",
    "name" text COLLATE "C",
    PRIMARY KEY (installation_id, id)
);
CREATE UNIQUE INDEX "model_whatsapp_phone_number$unique$phone" ON "model_whatsapp_phone_number" (installation_id, "phone");
CREATE UNIQUE INDEX "model_whatsapp_phone_number$unique$phone_number_id" ON "model_whatsapp_phone_number" (installation_id, "phone_number_id");
COMMENT ON TABLE "model_whatsapp_phone_number" IS 'WhatsApp phone numbers from the connected WABA.';
COMMENT ON COLUMN "model_whatsapp_phone_number"."phone" IS 'Phone number (E.164 format)';
COMMENT ON COLUMN "model_whatsapp_phone_number"."phone_number_id" IS 'Meta Graph API phone number ID';
COMMENT ON COLUMN "model_whatsapp_phone_number"."waba_id" IS 'Meta Graph API ID of the WhatsApp Business Account that it belongs to';
COMMENT ON COLUMN "model_whatsapp_phone_number"."display_name" IS 'Display name from Meta';
COMMENT ON COLUMN "model_whatsapp_phone_number"."quality_rating" IS 'How people took to its messages in the last seven days';
COMMENT ON COLUMN "model_whatsapp_phone_number"."status" IS 'Whether Meta lets the number send';
COMMENT ON COLUMN "model_whatsapp_phone_number"."name_status" IS 'Meta''s decision on the display name';
COMMENT ON COLUMN "model_whatsapp_phone_number"."verification" IS 'Whether the number was confirmed by code';
COMMENT ON COLUMN "model_whatsapp_phone_number"."throughput" IS 'How many messages it may send';
COMMENT ON COLUMN "model_whatsapp_phone_number"."messaging_limit" IS 'How many people it may write to first, without an open conversation';
COMMENT ON COLUMN "model_whatsapp_phone_number"."notice" IS 'The last thing that Meta told about the number';
COMMENT ON COLUMN "model_whatsapp_phone_number"."name" IS 'User-provided friendly name';

CREATE TABLE "model_whatsapp_group" (
    installation_id text COLLATE "C" NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    "reference" text COLLATE "C" NOT NULL,
    "group_id" text COLLATE "C",
    "phone_number_id" text COLLATE "C" NOT NULL,
    "phone" text COLLATE "C",
    "subject" text COLLATE "C",
    "description" text COLLATE "C",
    "status" text COLLATE "C" NOT NULL DEFAULT 'CREATING',
    "join_approval" text COLLATE "C",
    "invite_link" text COLLATE "C",
    "participant_count" bigint,
    "made_at" timestamptz,
    "notice" text COLLATE "C",
    "read_at" timestamptz,
    "subject_at" timestamptz,
    "description_at" timestamptz,
    "status_at" timestamptz,
    "name" text COLLATE "C",
    PRIMARY KEY (installation_id, id)
);
CREATE UNIQUE INDEX "model_whatsapp_group$unique$group_id" ON "model_whatsapp_group" (installation_id, "group_id");
CREATE UNIQUE INDEX "model_whatsapp_group$unique$reference" ON "model_whatsapp_group" (installation_id, "reference");
COMMENT ON TABLE "model_whatsapp_group" IS 'Groups of WhatsApp that a number of the workplace has made.';
COMMENT ON COLUMN "model_whatsapp_group"."reference" IS 'Meta''s id of the request that made it; of one that was found at Meta, the group''s';
COMMENT ON COLUMN "model_whatsapp_group"."group_id" IS 'Meta''s id of the group; empty until it is made';
COMMENT ON COLUMN "model_whatsapp_group"."phone_number_id" IS 'Of the number that made it: its id at Meta';
COMMENT ON COLUMN "model_whatsapp_group"."phone" IS 'The number that made it';
COMMENT ON COLUMN "model_whatsapp_group"."subject" IS 'What the group is called in WhatsApp';
COMMENT ON COLUMN "model_whatsapp_group"."description" IS 'What the group is for, as its people read it';
COMMENT ON COLUMN "model_whatsapp_group"."status" IS 'Whether it can be written in';
COMMENT ON COLUMN "model_whatsapp_group"."join_approval" IS 'Who may come in by the invite link';
COMMENT ON COLUMN "model_whatsapp_group"."invite_link" IS 'By which people join';
COMMENT ON COLUMN "model_whatsapp_group"."participant_count" IS 'People in the group besides the business';
COMMENT ON COLUMN "model_whatsapp_group"."made_at" IS 'When WhatsApp made it';
COMMENT ON COLUMN "model_whatsapp_group"."notice" IS 'The last wish that was not fulfilled, and why';
COMMENT ON COLUMN "model_whatsapp_group"."read_at" IS 'When Meta was last asked for all about it';
COMMENT ON COLUMN "model_whatsapp_group"."subject_at" IS 'When the subject was last told to have changed';
COMMENT ON COLUMN "model_whatsapp_group"."description_at" IS 'When the description was last told to have changed';
COMMENT ON COLUMN "model_whatsapp_group"."status_at" IS 'When it was last suspended or released';
COMMENT ON COLUMN "model_whatsapp_group"."name" IS 'What the workplace calls it';

CREATE TABLE "model_whatsapp_group_participant" (
    installation_id text COLLATE "C" NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    "address" text COLLATE "C" NOT NULL,
    "name" text COLLATE "C",
    "is_member" boolean NOT NULL,
    "changed_at" timestamptz,
    "group" text COLLATE "C" NOT NULL,
    PRIMARY KEY (installation_id, id)
);
CREATE UNIQUE INDEX "model_whatsapp_group_participant$unique$group$address" ON "model_whatsapp_group_participant" (installation_id, "group", "address");
CREATE INDEX "model_whatsapp_group_participant$reference$group" ON "model_whatsapp_group_participant" (installation_id, "group");
COMMENT ON TABLE "model_whatsapp_group_participant" IS 'People who are, or were, in a group.';
COMMENT ON COLUMN "model_whatsapp_group_participant"."address" IS 'Phone number, or how WhatsApp knows them';
COMMENT ON COLUMN "model_whatsapp_group_participant"."name" IS 'As they call themselves';
COMMENT ON COLUMN "model_whatsapp_group_participant"."is_member" IS 'Whether they are in it now';
COMMENT ON COLUMN "model_whatsapp_group_participant"."changed_at" IS 'When they were last told to have come or gone';

CREATE TABLE "model_facebook_page" (
    installation_id text COLLATE "C" NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    "page_id" text COLLATE "C" NOT NULL,
    "name" text COLLATE "C",
    "access_token" text COLLATE "C",
    "category" text COLLATE "C",
    "subscription" text COLLATE "C" NOT NULL DEFAULT 'OFF',
    "notice" text COLLATE "C",
    PRIMARY KEY (installation_id, id)
);
CREATE UNIQUE INDEX "model_facebook_page$unique$page_id" ON "model_facebook_page" (installation_id, "page_id");
COMMENT ON TABLE "model_facebook_page" IS 'Connected Facebook Pages for Messenger.';
COMMENT ON COLUMN "model_facebook_page"."page_id" IS 'Meta Graph API Page ID';
COMMENT ON COLUMN "model_facebook_page"."name" IS 'Page name';
COMMENT ON COLUMN "model_facebook_page"."access_token" IS 'Page-specific access token';
COMMENT ON COLUMN "model_facebook_page"."category" IS 'Page category';
COMMENT ON COLUMN "model_facebook_page"."subscription" IS 'Whether Meta sends its messages here';
COMMENT ON COLUMN "model_facebook_page"."notice" IS 'The last thing that Meta told about the page';

CREATE TABLE "model_page_comment" (
    installation_id text COLLATE "C" NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    "comment_id" text COLLATE "C" NOT NULL,
    "account_id" text COLLATE "C" NOT NULL,
    "person_id" text COLLATE "C" NOT NULL,
    "text" text COLLATE "C" NOT NULL,
    "commented_at" timestamptz NOT NULL,
    "answered_at" timestamptz,
    PRIMARY KEY (installation_id, id)
);
CREATE UNIQUE INDEX "model_page_comment$unique$comment_id" ON "model_page_comment" (installation_id, "comment_id");
COMMENT ON TABLE "model_page_comment" IS 'Comments on posts of pages and Instagram accounts that can still be answered in private.';
COMMENT ON COLUMN "model_page_comment"."comment_id" IS 'Meta''s id of the comment';
COMMENT ON COLUMN "model_page_comment"."account_id" IS 'The page or Instagram account whose post it is';
COMMENT ON COLUMN "model_page_comment"."person_id" IS 'Its writer, as the page or account knows them';
COMMENT ON COLUMN "model_page_comment"."text" IS 'What it says';
COMMENT ON COLUMN "model_page_comment"."commented_at" IS 'When it was written';
COMMENT ON COLUMN "model_page_comment"."answered_at" IS 'When it was answered in private';

CREATE TABLE "model_instagram_account" (
    installation_id text COLLATE "C" NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    "instagram_account_id" text COLLATE "C" NOT NULL,
    "username" text COLLATE "C",
    "name" text COLLATE "C",
    "profile_picture_url" text COLLATE "C",
    "page_id" text COLLATE "C",
    PRIMARY KEY (installation_id, id)
);
CREATE UNIQUE INDEX "model_instagram_account$unique$instagram_account_id" ON "model_instagram_account" (installation_id, "instagram_account_id");
COMMENT ON TABLE "model_instagram_account" IS 'Connected Instagram Business accounts.';
COMMENT ON COLUMN "model_instagram_account"."instagram_account_id" IS 'Meta Graph API Instagram Account ID';
COMMENT ON COLUMN "model_instagram_account"."username" IS 'Instagram username';
COMMENT ON COLUMN "model_instagram_account"."name" IS 'Display name';
COMMENT ON COLUMN "model_instagram_account"."profile_picture_url" IS 'Profile picture URL';
COMMENT ON COLUMN "model_instagram_account"."page_id" IS 'The page that it belongs to';

CREATE TABLE "model_message_batch" (
    installation_id text COLLATE "C" NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    "reference" text COLLATE "C" NOT NULL,
    "what" text COLLATE "C" NOT NULL,
    "channel_id" text COLLATE "C" NOT NULL,
    "total" bigint NOT NULL,
    "digest" text COLLATE "C" NOT NULL,
    "message_ids" json NOT NULL,
    PRIMARY KEY (installation_id, id)
);
CREATE UNIQUE INDEX "model_message_batch$unique$reference" ON "model_message_batch" (installation_id, "reference");
COMMENT ON TABLE "model_message_batch" IS 'Messages to many people that were sent at once.';
COMMENT ON COLUMN "model_message_batch"."reference" IS 'Under which the batch is taken once';
COMMENT ON COLUMN "model_message_batch"."what" IS 'What is sent';
COMMENT ON COLUMN "model_message_batch"."channel_id" IS 'Channel that it is sent over';
COMMENT ON COLUMN "model_message_batch"."total" IS 'How many messages it has';
COMMENT ON COLUMN "model_message_batch"."digest" IS 'SHA-256 of what was asked for';
COMMENT ON COLUMN "model_message_batch"."message_ids" IS 'Its messages, in order';

CREATE TABLE "model_message_template" (
    installation_id text COLLATE "C" NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    "template_id" text COLLATE "C" NOT NULL,
    "name" text COLLATE "C",
    "language" text COLLATE "C",
    "status" text COLLATE "C",
    "category" text COLLATE "C",
    "quality" text COLLATE "C",
    "text" text COLLATE "C",
    "reason" text COLLATE "C",
    PRIMARY KEY (installation_id, id)
);
CREATE UNIQUE INDEX "model_message_template$unique$template_id" ON "model_message_template" (installation_id, "template_id");
COMMENT ON TABLE "model_message_template" IS 'WhatsApp templates of the connected account, as Meta last told.';
COMMENT ON COLUMN "model_message_template"."template_id" IS 'Meta Graph API template ID';
COMMENT ON COLUMN "model_message_template"."name" IS 'Name of the template';
COMMENT ON COLUMN "model_message_template"."language" IS 'Its language';
COMMENT ON COLUMN "model_message_template"."status" IS 'Whether it can be sent';
COMMENT ON COLUMN "model_message_template"."category" IS 'What it is for, which decides on its price and rules';
COMMENT ON COLUMN "model_message_template"."quality" IS 'How people took to it';
COMMENT ON COLUMN "model_message_template"."text" IS 'How it reads, with its variables';
COMMENT ON COLUMN "model_message_template"."reason" IS 'Why Meta rejected or paused it';

ALTER TABLE "model_whatsapp_group_participant" ADD CONSTRAINT "model_whatsapp_group_participant$group"
    FOREIGN KEY (installation_id, "group")
    REFERENCES "model_whatsapp_group" (installation_id, id) ON DELETE CASCADE;
