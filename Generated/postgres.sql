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

CREATE TABLE "model_whatsapp_phone_number" (
    installation_id text COLLATE "C" NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    "phone" text COLLATE "C" NOT NULL,
    "phone_number_id" text COLLATE "C" NOT NULL,
    "display_name" text COLLATE "C",
    "quality_rating" text COLLATE "C",
    "name" text COLLATE "C",
    PRIMARY KEY (installation_id, id)
);
CREATE UNIQUE INDEX "model_whatsapp_phone_number$unique$phone" ON "model_whatsapp_phone_number" (installation_id, "phone");
CREATE UNIQUE INDEX "model_whatsapp_phone_number$unique$phone_number_id" ON "model_whatsapp_phone_number" (installation_id, "phone_number_id");
COMMENT ON TABLE "model_whatsapp_phone_number" IS 'WhatsApp phone numbers from the connected WABA.';
COMMENT ON COLUMN "model_whatsapp_phone_number"."phone" IS 'Phone number (E.164 format)';
COMMENT ON COLUMN "model_whatsapp_phone_number"."phone_number_id" IS 'Meta Graph API phone number ID';
COMMENT ON COLUMN "model_whatsapp_phone_number"."display_name" IS 'Display name from Meta';
COMMENT ON COLUMN "model_whatsapp_phone_number"."quality_rating" IS 'Meta quality rating';
COMMENT ON COLUMN "model_whatsapp_phone_number"."name" IS 'User-provided friendly name';

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
    PRIMARY KEY (installation_id, id)
);
CREATE UNIQUE INDEX "model_facebook_page$unique$page_id" ON "model_facebook_page" (installation_id, "page_id");
COMMENT ON TABLE "model_facebook_page" IS 'Connected Facebook Pages for Messenger.';
COMMENT ON COLUMN "model_facebook_page"."page_id" IS 'Meta Graph API Page ID';
COMMENT ON COLUMN "model_facebook_page"."name" IS 'Page name';
COMMENT ON COLUMN "model_facebook_page"."access_token" IS 'Page-specific access token';
COMMENT ON COLUMN "model_facebook_page"."category" IS 'Page category';

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
    PRIMARY KEY (installation_id, id)
);
CREATE UNIQUE INDEX "model_instagram_account$unique$instagram_account_id" ON "model_instagram_account" (installation_id, "instagram_account_id");
COMMENT ON TABLE "model_instagram_account" IS 'Connected Instagram Business accounts.';
COMMENT ON COLUMN "model_instagram_account"."instagram_account_id" IS 'Meta Graph API Instagram Account ID';
COMMENT ON COLUMN "model_instagram_account"."username" IS 'Instagram username';
COMMENT ON COLUMN "model_instagram_account"."name" IS 'Display name';
COMMENT ON COLUMN "model_instagram_account"."profile_picture_url" IS 'Profile picture URL';
