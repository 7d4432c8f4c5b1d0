-- Whoever was disabled before people were archived keeps no right: what they may do when they are back is given anew.
DELETE FROM "staff_grant" g USING "account" a WHERE a."id" = g."account_id" AND a."kind" = 'staff' AND a."status" = 'disabled';
