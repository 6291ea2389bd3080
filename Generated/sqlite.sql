-- Generated from integration.yaml by `integration generate`. Do not edit.
-- The tables of the models of Meta in SQLite.

-- The runtime makes these two itself.
CREATE TABLE IF NOT EXISTS ik_workplace (
    handle TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, time_zone TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ik_installation (
    id TEXT NOT NULL PRIMARY KEY,
    workplace TEXT NOT NULL UNIQUE REFERENCES ik_workplace (handle),
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Top-level OAuth connection to Meta. One per installation.
CREATE TABLE "model_meta_connection" (
    installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    refreshed_at INTEGER NOT NULL,
    "waba_id" TEXT,
    "business_name" TEXT,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "business_id" TEXT,
    "error" TEXT,
    "connected_at" INTEGER,
    "user_id" TEXT,
    "missing_scopes" TEXT,
    "token_expires_at" INTEGER,
    "data_access_expires_at" INTEGER,
    "account_notice" TEXT,
    "review_status" TEXT,
    "messaging_limit" TEXT,
    PRIMARY KEY (installation_id, id)
) STRICT;
CREATE UNIQUE INDEX "model_meta_connection$unique" ON "model_meta_connection" (installation_id);

-- WhatsApp phone numbers from the connected WABA.
CREATE TABLE "model_whatsapp_phone_number" (
    installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    refreshed_at INTEGER NOT NULL,
    "phone" TEXT NOT NULL,
    "phone_number_id" TEXT NOT NULL,
    "waba_id" TEXT,
    "display_name" TEXT,
    "quality_rating" TEXT,
    "status" TEXT,
    "name_status" TEXT,
    "verification" TEXT,
    "throughput" TEXT,
    "messaging_limit" TEXT,
    "notice" TEXT,
    "name" TEXT,
    PRIMARY KEY (installation_id, id)
) STRICT;
CREATE UNIQUE INDEX "model_whatsapp_phone_number$unique$phone" ON "model_whatsapp_phone_number" (installation_id, "phone");
CREATE UNIQUE INDEX "model_whatsapp_phone_number$unique$phone_number_id" ON "model_whatsapp_phone_number" (installation_id, "phone_number_id");

-- Groups of WhatsApp that a number of the workplace has made.
CREATE TABLE "model_whatsapp_group" (
    installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    refreshed_at INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "group_id" TEXT,
    "phone_number_id" TEXT NOT NULL,
    "phone" TEXT,
    "subject" TEXT,
    "description" TEXT,
    "status" TEXT NOT NULL DEFAULT 'CREATING',
    "join_approval" TEXT,
    "invite_link" TEXT,
    "participant_count" INTEGER,
    "made_at" INTEGER,
    "notice" TEXT,
    "read_at" INTEGER,
    "subject_at" INTEGER,
    "description_at" INTEGER,
    "status_at" INTEGER,
    "name" TEXT,
    PRIMARY KEY (installation_id, id)
) STRICT;
CREATE UNIQUE INDEX "model_whatsapp_group$unique$group_id" ON "model_whatsapp_group" (installation_id, "group_id");
CREATE UNIQUE INDEX "model_whatsapp_group$unique$reference" ON "model_whatsapp_group" (installation_id, "reference");

-- People who are, or were, in a group.
CREATE TABLE "model_whatsapp_group_participant" (
    installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    refreshed_at INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT,
    "is_member" INTEGER NOT NULL CHECK ("is_member" IN (0, 1)),
    "changed_at" INTEGER,
    "group" TEXT NOT NULL,
    PRIMARY KEY (installation_id, id)
) STRICT;
CREATE UNIQUE INDEX "model_whatsapp_group_participant$unique$group$address" ON "model_whatsapp_group_participant" (installation_id, "group", "address");
CREATE INDEX "model_whatsapp_group_participant$reference$group" ON "model_whatsapp_group_participant" (installation_id, "group");

-- Connected Facebook Pages for Messenger.
CREATE TABLE "model_facebook_page" (
    installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    refreshed_at INTEGER NOT NULL,
    "page_id" TEXT NOT NULL,
    "name" TEXT,
    "access_token" TEXT,
    "category" TEXT,
    "subscription" TEXT NOT NULL DEFAULT 'OFF',
    "notice" TEXT,
    PRIMARY KEY (installation_id, id)
) STRICT;
CREATE UNIQUE INDEX "model_facebook_page$unique$page_id" ON "model_facebook_page" (installation_id, "page_id");

-- Comments on posts of pages and Instagram accounts that can still be answered in private.
CREATE TABLE "model_page_comment" (
    installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    refreshed_at INTEGER NOT NULL,
    "comment_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "commented_at" INTEGER NOT NULL,
    "answered_at" INTEGER,
    PRIMARY KEY (installation_id, id)
) STRICT;
CREATE UNIQUE INDEX "model_page_comment$unique$comment_id" ON "model_page_comment" (installation_id, "comment_id");

-- Connected Instagram Business accounts.
CREATE TABLE "model_instagram_account" (
    installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    refreshed_at INTEGER NOT NULL,
    "instagram_account_id" TEXT NOT NULL,
    "username" TEXT,
    "name" TEXT,
    "profile_picture_url" TEXT,
    "page_id" TEXT,
    PRIMARY KEY (installation_id, id)
) STRICT;
CREATE UNIQUE INDEX "model_instagram_account$unique$instagram_account_id" ON "model_instagram_account" (installation_id, "instagram_account_id");

-- Messages to many people that were sent at once.
CREATE TABLE "model_message_batch" (
    installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    refreshed_at INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "message_ids" TEXT NOT NULL CHECK ("message_ids" IS NULL OR json_valid("message_ids")),
    PRIMARY KEY (installation_id, id)
) STRICT;
CREATE UNIQUE INDEX "model_message_batch$unique$reference" ON "model_message_batch" (installation_id, "reference");

-- WhatsApp templates of the connected account, as Meta last told.
CREATE TABLE "model_message_template" (
    installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    refreshed_at INTEGER NOT NULL,
    "template_id" TEXT NOT NULL,
    "name" TEXT,
    "language" TEXT,
    "status" TEXT,
    "category" TEXT,
    "quality" TEXT,
    "text" TEXT,
    "reason" TEXT,
    PRIMARY KEY (installation_id, id)
) STRICT;
CREATE UNIQUE INDEX "model_message_template$unique$template_id" ON "model_message_template" (installation_id, "template_id");
