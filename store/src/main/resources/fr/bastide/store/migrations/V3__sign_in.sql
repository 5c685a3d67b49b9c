-- Open sessions and passkeys, as Spring Session and Spring Security keep them. Only the house works on
-- them: a person's own are shown by the web door, which proves first who the person is.
CREATE TABLE spring_session (
  primary_id            char(36) PRIMARY KEY,
  session_id            char(36) NOT NULL UNIQUE,
  creation_time         bigint NOT NULL,
  last_access_time      bigint NOT NULL,
  max_inactive_interval integer NOT NULL,
  expiry_time           bigint NOT NULL,
  -- The account's identifier; empty before signing in.
  principal_name        varchar(100)
);
CREATE INDEX spring_session_expiry ON spring_session (expiry_time);
CREATE INDEX spring_session_principal ON spring_session (principal_name);

CREATE TABLE spring_session_attributes (
  session_primary_id char(36) NOT NULL REFERENCES spring_session (primary_id) ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  -- Text in UTF-8, never a serialized object.
  attribute_bytes    bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);

CREATE TABLE user_credentials (
  credential_id                varchar(1000) PRIMARY KEY,
  -- The 16 bytes of the account's identifier, in base64url.
  user_entity_user_id          varchar(1000) NOT NULL,
  public_key                   bytea NOT NULL,
  signature_count              bigint,
  uv_initialized               boolean,
  backup_eligible              boolean NOT NULL,
  authenticator_transports     varchar(1000),
  public_key_credential_type   varchar(100),
  backup_state                 boolean NOT NULL,
  attestation_object           bytea,
  attestation_client_data_json bytea,
  created                      timestamp,
  last_used                    timestamp,
  label                        varchar(1000) NOT NULL
);
CREATE INDEX user_credentials_owner ON user_credentials (user_entity_user_id);

DO $$
DECLARE
  closed text;
BEGIN
  FOREACH closed IN ARRAY ARRAY['spring_session', 'spring_session_attributes', 'user_credentials']
  LOOP
    EXECUTE format('ALTER TABLE bastide.%I ENABLE ROW LEVEL SECURITY', closed);
    EXECUTE format('ALTER TABLE bastide.%I FORCE ROW LEVEL SECURITY', closed);
    EXECUTE format('CREATE POLICY owner_works ON bastide.%I TO bastide_owner'
                   ' USING (true) WITH CHECK (true)', closed);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON bastide.%I TO bastide_app', closed);
    EXECUTE format('CREATE POLICY house ON bastide.%I TO bastide_app'
                   ' USING ((SELECT is_house())) WITH CHECK ((SELECT is_house()))', closed);
  END LOOP;
END
$$;
