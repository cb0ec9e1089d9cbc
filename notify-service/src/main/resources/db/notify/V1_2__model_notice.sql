-- A message is about an alert, or tells those who answer for models of a notice; a repeated notice makes no second SMS.
ALTER TABLE delivery ALTER COLUMN alert_id DROP NOT NULL;
ALTER TABLE delivery ADD COLUMN notice_id uuid;
ALTER TABLE delivery ADD CHECK ((alert_id IS NULL) <> (notice_id IS NULL));
CREATE UNIQUE INDEX delivery_of_notice ON delivery (notice_id, recipient, template) WHERE notice_id IS NOT NULL;
