BEGIN TRANSACTION;
CREATE TABLE attribute (
	id VARCHAR(36) NOT NULL, 
	document_id VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT one_value_per_attribute UNIQUE (document_id, name), 
	FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE attribute_type (
	id VARCHAR(36) NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	type VARCHAR(16) NOT NULL, 
	choices TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name_key)
);
CREATE TABLE "case" (
	id VARCHAR(36) NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	position INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name_key)
);
INSERT INTO "case" VALUES('446a005c-9f00-460d-b62b-834effcb828a','Åse','åse','person',1);
CREATE TABLE case_value (
	id VARCHAR(36) NOT NULL, 
	case_id VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT one_value_per_case UNIQUE (case_id, name), 
	FOREIGN KEY(case_id) REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "case_value" VALUES('2285224f-ae3c-4638-9b4f-a18bb400925f','446a005c-9f00-460d-b62b-834effcb828a','alder','52');
CREATE TABLE change (
	revision INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	row_id VARCHAR(36) NOT NULL, 
	document_id VARCHAR(36), 
	"before" TEXT, 
	"after" TEXT, 
	PRIMARY KEY (revision, number), 
	FOREIGN KEY(revision) REFERENCES journal (revision)
);
INSERT INTO "change" VALUES(1,0,'document','48638ee2-7ea7-458e-8929-7a59e8ab72ba','48638ee2-7ea7-458e-8929-7a59e8ab72ba',NULL,'{"characters": 109, "cleaning_sha": "1f97e3a38243f317351e44b4a88a297c19e7901aa13fa626ae9aeecb30a177a4", "excluded": "[]", "format": "txt", "id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "language": "nb", "name": "Åse.txt", "name_key": "åse.txt", "position": 1, "read_sha": "ba894c11055315e6bfa012dc4780e7fd93603c39b1a06eb5d292f06b865cfb8f", "source_sha": "ba894c11055315e6bfa012dc4780e7fd93603c39b1a06eb5d292f06b865cfb8f", "structure_sha": "ceae3bfc4872f4697a3e70c1f5aed24432eeb4639fd870550548f50435ea0fec", "text_sha": "ba894c11055315e6bfa012dc4780e7fd93603c39b1a06eb5d292f06b865cfb8f"}');
INSERT INTO "change" VALUES(2,0,'code','24dc1db6-3d90-4420-b287-057a5df0328a',NULL,NULL,'{"colour": "#4477aa", "definition": "", "example": "", "id": "24dc1db6-3d90-4420-b287-057a5df0328a", "name": "Recovery", "name_key": "recovery", "parent_id": null, "position": 1, "when_not": "", "when_to_use": ""}');
INSERT INTO "change" VALUES(2,1,'code','d188b6c0-075a-4414-8cf0-baa6cc6e1fab',NULL,NULL,'{"colour": "#ee6677", "definition": "", "example": "", "id": "d188b6c0-075a-4414-8cf0-baa6cc6e1fab", "name": "Håp", "name_key": "håp", "parent_id": "24dc1db6-3d90-4420-b287-057a5df0328a", "position": 1, "when_not": "", "when_to_use": ""}');
INSERT INTO "change" VALUES(3,0,'code','e7149da1-ff2b-498e-a3e5-3f3e502ca94f',NULL,NULL,'{"colour": "#228833", "definition": "", "example": "", "id": "e7149da1-ff2b-498e-a3e5-3f3e502ca94f", "name": "Medvirkning", "name_key": "medvirkning", "parent_id": null, "position": 2, "when_not": "", "when_to_use": ""}');
INSERT INTO "change" VALUES(4,0,'coding','55883205-0170-4607-8c41-fd9c9354dc9d','48638ee2-7ea7-458e-8929-7a59e8ab72ba',NULL,'{"at": "2026-11-23T04:15:59.568365+00:00", "code_id": "e7149da1-ff2b-498e-a3e5-3f3e502ca94f", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "end": 67, "id": "55883205-0170-4607-8c41-fd9c9354dc9d", "review": "", "start": 50}');
INSERT INTO "change" VALUES(4,1,'memo','c05d2c6a-2cbc-4b70-ac8c-248d89efa995',NULL,NULL,'{"about": "coding", "about_id": "55883205-0170-4607-8c41-fd9c9354dc9d", "at": "2026-11-23T04:15:59.578511+00:00", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "id": "c05d2c6a-2cbc-4b70-ac8c-248d89efa995", "text": "et notat"}');
INSERT INTO "change" VALUES(5,0,'coding','5980f191-6ecd-41c8-a98f-a91cd716beb4','48638ee2-7ea7-458e-8929-7a59e8ab72ba',NULL,'{"at": "2026-11-23T04:15:59.589709+00:00", "code_id": "d188b6c0-075a-4414-8cf0-baa6cc6e1fab", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "end": 53, "id": "5980f191-6ecd-41c8-a98f-a91cd716beb4", "review": "", "start": 50}');
INSERT INTO "change" VALUES(5,1,'memo','89106231-4fcd-486c-9ebe-06e19ce9a0dd',NULL,NULL,'{"about": "coding", "about_id": "5980f191-6ecd-41c8-a98f-a91cd716beb4", "at": "2026-11-23T04:15:59.590327+00:00", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "id": "89106231-4fcd-486c-9ebe-06e19ce9a0dd", "text": "borte siden"}');
INSERT INTO "change" VALUES(6,0,'coding','732d2ab1-1cb1-47b4-8b34-942d6503beb7','48638ee2-7ea7-458e-8929-7a59e8ab72ba',NULL,'{"at": "2026-11-23T04:15:59.602031+00:00", "code_id": "e7149da1-ff2b-498e-a3e5-3f3e502ca94f", "coder_id": "447cc5dc-e35f-4128-8b0f-6f24d181ac6c", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "end": 62, "id": "732d2ab1-1cb1-47b4-8b34-942d6503beb7", "review": "", "start": 54}');
INSERT INTO "change" VALUES(6,1,'memo','c787a9cb-f8f7-44eb-88dc-3b7172f7ca3a',NULL,NULL,'{"about": "coding", "about_id": "732d2ab1-1cb1-47b4-8b34-942d6503beb7", "at": "2026-11-23T04:15:59.605447+00:00", "coder_id": "447cc5dc-e35f-4128-8b0f-6f24d181ac6c", "id": "c787a9cb-f8f7-44eb-88dc-3b7172f7ca3a", "text": "Kristians «notat»"}');
INSERT INTO "change" VALUES(7,0,'memo','c05d2c6a-2cbc-4b70-ac8c-248d89efa995',NULL,'{"about": "coding", "about_id": "55883205-0170-4607-8c41-fd9c9354dc9d", "at": "2026-11-23T04:15:59.578511+00:00", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "id": "c05d2c6a-2cbc-4b70-ac8c-248d89efa995", "text": "et notat"}','{"about": "coding", "about_id": "55883205-0170-4607-8c41-fd9c9354dc9d", "at": "2026-11-23T04:15:59.578511+00:00", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "id": "c05d2c6a-2cbc-4b70-ac8c-248d89efa995", "text": "et notat, endret"}');
INSERT INTO "change" VALUES(8,0,'case','446a005c-9f00-460d-b62b-834effcb828a',NULL,NULL,'{"id": "446a005c-9f00-460d-b62b-834effcb828a", "kind": "person", "name": "Åse", "name_key": "åse", "position": 1}');
INSERT INTO "change" VALUES(8,1,'case_value','2285224f-ae3c-4638-9b4f-a18bb400925f',NULL,NULL,'{"case_id": "446a005c-9f00-460d-b62b-834effcb828a", "id": "2285224f-ae3c-4638-9b4f-a18bb400925f", "name": "alder", "value": "52"}');
INSERT INTO "change" VALUES(9,0,'tie','76c15eed-d309-4eb5-96e0-83e2270db874','48638ee2-7ea7-458e-8929-7a59e8ab72ba',NULL,'{"case_id": "446a005c-9f00-460d-b62b-834effcb828a", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "id": "76c15eed-d309-4eb5-96e0-83e2270db874", "speaker": ""}');
INSERT INTO "change" VALUES(10,0,'coding','55883205-0170-4607-8c41-fd9c9354dc9d','48638ee2-7ea7-458e-8929-7a59e8ab72ba','{"at": "2026-11-23T04:15:59.568365+00:00", "code_id": "e7149da1-ff2b-498e-a3e5-3f3e502ca94f", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "end": 67, "id": "55883205-0170-4607-8c41-fd9c9354dc9d", "review": "", "start": 50}',NULL);
INSERT INTO "change" VALUES(10,1,'coding','5980f191-6ecd-41c8-a98f-a91cd716beb4','48638ee2-7ea7-458e-8929-7a59e8ab72ba','{"at": "2026-11-23T04:15:59.589709+00:00", "code_id": "d188b6c0-075a-4414-8cf0-baa6cc6e1fab", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "end": 53, "id": "5980f191-6ecd-41c8-a98f-a91cd716beb4", "review": "", "start": 50}',NULL);
INSERT INTO "change" VALUES(10,2,'coding','732d2ab1-1cb1-47b4-8b34-942d6503beb7','48638ee2-7ea7-458e-8929-7a59e8ab72ba','{"at": "2026-11-23T04:15:59.602031+00:00", "code_id": "e7149da1-ff2b-498e-a3e5-3f3e502ca94f", "coder_id": "447cc5dc-e35f-4128-8b0f-6f24d181ac6c", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "end": 62, "id": "732d2ab1-1cb1-47b4-8b34-942d6503beb7", "review": "", "start": 54}',NULL);
INSERT INTO "change" VALUES(10,3,'coding','55883205-0170-4607-8c41-fd9c9354dc9d','48638ee2-7ea7-458e-8929-7a59e8ab72ba',NULL,'{"at": "2026-11-23T04:15:59.568365+00:00", "code_id": "e7149da1-ff2b-498e-a3e5-3f3e502ca94f", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "end": 69, "id": "55883205-0170-4607-8c41-fd9c9354dc9d", "review": "", "start": 52}');
INSERT INTO "change" VALUES(10,4,'coding','5980f191-6ecd-41c8-a98f-a91cd716beb4','48638ee2-7ea7-458e-8929-7a59e8ab72ba',NULL,'{"at": "2026-11-23T04:15:59.589709+00:00", "code_id": "d188b6c0-075a-4414-8cf0-baa6cc6e1fab", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "end": 55, "id": "5980f191-6ecd-41c8-a98f-a91cd716beb4", "review": "", "start": 52}');
INSERT INTO "change" VALUES(10,5,'coding','732d2ab1-1cb1-47b4-8b34-942d6503beb7','48638ee2-7ea7-458e-8929-7a59e8ab72ba',NULL,'{"at": "2026-11-23T04:15:59.602031+00:00", "code_id": "e7149da1-ff2b-498e-a3e5-3f3e502ca94f", "coder_id": "447cc5dc-e35f-4128-8b0f-6f24d181ac6c", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "end": 64, "id": "732d2ab1-1cb1-47b4-8b34-942d6503beb7", "review": "", "start": 56}');
INSERT INTO "change" VALUES(10,6,'document','48638ee2-7ea7-458e-8929-7a59e8ab72ba','48638ee2-7ea7-458e-8929-7a59e8ab72ba','{"characters": 109, "cleaning_sha": "1f97e3a38243f317351e44b4a88a297c19e7901aa13fa626ae9aeecb30a177a4", "excluded": "[]", "format": "txt", "id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "language": "nb", "name": "Åse.txt", "name_key": "åse.txt", "position": 1, "read_sha": "ba894c11055315e6bfa012dc4780e7fd93603c39b1a06eb5d292f06b865cfb8f", "source_sha": "ba894c11055315e6bfa012dc4780e7fd93603c39b1a06eb5d292f06b865cfb8f", "structure_sha": "ceae3bfc4872f4697a3e70c1f5aed24432eeb4639fd870550548f50435ea0fec", "text_sha": "ba894c11055315e6bfa012dc4780e7fd93603c39b1a06eb5d292f06b865cfb8f"}','{"characters": 111, "cleaning_sha": "24449dd067301335a521287a2d0d9b01a104ac2b88460eb8233397a4b9ee2c21", "excluded": "[]", "format": "txt", "id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "language": "nb", "name": "Åse.txt", "name_key": "åse.txt", "position": 1, "read_sha": "ba894c11055315e6bfa012dc4780e7fd93603c39b1a06eb5d292f06b865cfb8f", "source_sha": "ba894c11055315e6bfa012dc4780e7fd93603c39b1a06eb5d292f06b865cfb8f", "structure_sha": "6e6c8c2b191e54c114d67d7de0f7e22de9260745c35c99be12f75df79547e3f3", "text_sha": "c70860e035364d83149160035e4f9e4ca88e5fa08fdf04a1fbd1a97f4a456c39"}');
INSERT INTO "change" VALUES(11,0,'memo','89106231-4fcd-486c-9ebe-06e19ce9a0dd',NULL,'{"about": "coding", "about_id": "5980f191-6ecd-41c8-a98f-a91cd716beb4", "at": "2026-11-23T04:15:59.590327+00:00", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "id": "89106231-4fcd-486c-9ebe-06e19ce9a0dd", "text": "borte siden"}',NULL);
INSERT INTO "change" VALUES(11,1,'coding','5980f191-6ecd-41c8-a98f-a91cd716beb4','48638ee2-7ea7-458e-8929-7a59e8ab72ba','{"at": "2026-11-23T04:15:59.589709+00:00", "code_id": "d188b6c0-075a-4414-8cf0-baa6cc6e1fab", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "end": 55, "id": "5980f191-6ecd-41c8-a98f-a91cd716beb4", "review": "", "start": 52}',NULL);
INSERT INTO "change" VALUES(12,0,'code','d188b6c0-075a-4414-8cf0-baa6cc6e1fab',NULL,'{"colour": "#ee6677", "definition": "", "example": "", "id": "d188b6c0-075a-4414-8cf0-baa6cc6e1fab", "name": "Håp", "name_key": "håp", "parent_id": "24dc1db6-3d90-4420-b287-057a5df0328a", "position": 1, "when_not": "", "when_to_use": ""}',NULL);
INSERT INTO "change" VALUES(13,0,'code','d188b6c0-075a-4414-8cf0-baa6cc6e1fab',NULL,NULL,'{"colour": "#ee6677", "definition": "", "example": "", "id": "d188b6c0-075a-4414-8cf0-baa6cc6e1fab", "name": "Håp", "name_key": "håp", "parent_id": "24dc1db6-3d90-4420-b287-057a5df0328a", "position": 1, "when_not": "", "when_to_use": ""}');
INSERT INTO "change" VALUES(14,0,'coding','55883205-0170-4607-8c41-fd9c9354dc9d','48638ee2-7ea7-458e-8929-7a59e8ab72ba','{"at": "2026-11-23T04:15:59.568365+00:00", "code_id": "e7149da1-ff2b-498e-a3e5-3f3e502ca94f", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "end": 69, "id": "55883205-0170-4607-8c41-fd9c9354dc9d", "review": "", "start": 52}','{"at": "2026-11-23T04:15:59.568365+00:00", "code_id": "e7149da1-ff2b-498e-a3e5-3f3e502ca94f", "coder_id": "86ff9bf2-e031-4702-9dc4-ad0981df324b", "document_id": "48638ee2-7ea7-458e-8929-7a59e8ab72ba", "end": 68, "id": "55883205-0170-4607-8c41-fd9c9354dc9d", "review": "", "start": 52}');
CREATE TABLE code (
	id VARCHAR(36) NOT NULL, 
	parent_id VARCHAR(64), 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	definition TEXT NOT NULL, 
	when_to_use TEXT NOT NULL, 
	when_not TEXT NOT NULL, 
	example TEXT NOT NULL, 
	colour VARCHAR(16) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(parent_id) REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "code" VALUES('24dc1db6-3d90-4420-b287-057a5df0328a',NULL,'Recovery','recovery',1,'','','','','#4477aa');
INSERT INTO "code" VALUES('e7149da1-ff2b-498e-a3e5-3f3e502ca94f',NULL,'Medvirkning','medvirkning',2,'','','','','#228833');
INSERT INTO "code" VALUES('d188b6c0-075a-4414-8cf0-baa6cc6e1fab','24dc1db6-3d90-4420-b287-057a5df0328a','Håp','håp',1,'','','','','#ee6677');
CREATE TABLE coder (
	id VARCHAR(36) NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name_key)
);
INSERT INTO "coder" VALUES('86ff9bf2-e031-4702-9dc4-ad0981df324b','Nina','nina');
INSERT INTO "coder" VALUES('447cc5dc-e35f-4128-8b0f-6f24d181ac6c','Kristian','kristian');
CREATE TABLE coding (
	id VARCHAR(36) NOT NULL, 
	document_id VARCHAR(64) NOT NULL, 
	code_id VARCHAR(64) NOT NULL, 
	coder_id VARCHAR(64) NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	at VARCHAR(40) NOT NULL, 
	review VARCHAR(16) NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT coding_holds_text CHECK (start >= 0 AND "end" > start), 
	CONSTRAINT one_coding_per_words UNIQUE (document_id, start, "end", code_id, coder_id), 
	FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(code_id) REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(coder_id) REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "coding" VALUES('55883205-0170-4607-8c41-fd9c9354dc9d','48638ee2-7ea7-458e-8929-7a59e8ab72ba','e7149da1-ff2b-498e-a3e5-3f3e502ca94f','86ff9bf2-e031-4702-9dc4-ad0981df324b',52,68,'2026-11-23T04:15:59.568365+00:00','');
INSERT INTO "coding" VALUES('732d2ab1-1cb1-47b4-8b34-942d6503beb7','48638ee2-7ea7-458e-8929-7a59e8ab72ba','e7149da1-ff2b-498e-a3e5-3f3e502ca94f','447cc5dc-e35f-4128-8b0f-6f24d181ac6c',56,64,'2026-11-23T04:15:59.602031+00:00','');
CREATE TABLE content (
	sha VARCHAR(64) NOT NULL, 
	size INTEGER NOT NULL, 
	data BLOB NOT NULL, 
	PRIMARY KEY (sha)
);
INSERT INTO "content" VALUES('ba894c11055315e6bfa012dc4780e7fd93603c39b1a06eb5d292f06b865cfb8f',116,X'789CF3CC2B492D2ACB2A55C84D4D5138DC5A9CCAC5E509154A2DB252F0284BCD55484A2D2E49CD2D49B5E70229B052F04A4D878B2914A7E694297C983FB3494FC125B544212331252555210BA822333B3B55213D2BBFA844A1E0F05285DCC4BCF45485C34B8BF4B800F5052BBC');
INSERT INTO "content" VALUES('1f97e3a38243f317351e44b4a88a297c19e7901aa13fa626ae9aeecb30a177a4',463,X'789C6591414EC3301045AF62CD3A42A9D40A940D5B3843D5859BFC242E8E6DEC492A5475C9C9B818E3CA292076FEFEF33D6FC61742673851B33F54143118EF8A087A4039620AA34EA628E7793546E8CEB8A128366C6FCE8512EBC8D46C9E24EC3A6AB6DB8A2C1658B92B85D4D0AB63C4E5342336EA65C1A48E488C89F14C15B5DEF5A6836BA5B27E90FC79FC904CEFE324EE10FD1C441602E9445741789F0BDC1D615717844D2D302940BF214AF0EB33E15F97C79D142FABDEAFE5CAEAA3A057D49B985805C4E49D487F762AE8A887A8C398EDD95A952053E5FCE18732636996DD0ACE8D337104B7E3BAC7C59B16F72D4EB8FFC7092DA3CB28BF06ADFEBE979F035C8E5CBF010B6C980A');
INSERT INTO "content" VALUES('ceae3bfc4872f4697a3e70c1f5aed24432eeb4639fd870550548f50435ea0fec',188,X'789C658CCD0AC3201084DFC5F31E146C12FA2AA587451715D28DF5070A21EF1E52567AE86D3EE69BD95524F4894355F7C7135425D7D2C642AD971133160C0573BC588399C02C602DD81B18BD7C97DC881DFDF7B386D9889531903CD2C7ADDD93177AE5883549C75B1BDABBFFF28A1CFA78384E2A4C39C7');
INSERT INTO "content" VALUES('24449dd067301335a521287a2d0d9b01a104ac2b88460eb8233397a4b9ee2c21',629,X'789C65914D6E83301085AF82BC86085292346CBAAAD49E21CAC2E007383536B50D511575D993F5621D23489376E719CFCFF7DE5C1884F48E15870B739E5BCF8A3466D082158F312B511B0B56B057ED61C7D3C062C66B7A52EA59478E779E2B50D20E2A9455C65A545E1A4DB9C69AA1BF4B16E97AC751D6DB649F66759263FF90F0BDC8924AA4BB3C2BF97A976FA9B332BA9602BAA299D98A78342002E3F1F348BBD0D0AC298C59CF1BCC4F747DCB9D9C236DFCF2D1820BA99B39F2D22BDC09CE1E67C5791E3385118A7273E18D76D8227A19D145259C47E7F1F407355D51FFB9FDA01EB2ADBBB16026A04D2C28781F66B82BC266313D4B09C6F5E06F93C9DF5F0EFFB6EC36543C2EF161298F142F093D66B5B4CE473DAC9BEE60CE3AEAB9E58DE57D1BBE07A522075215FA8FBF94018B4F77DAA413A7F316BE6A171F47232B5C5DEC96A7C589CE0B11506E84C6F7F3C238404F47FC016FACCBFA');
INSERT INTO "content" VALUES('c70860e035364d83149160035e4f9e4ca88e5fa08fdf04a1fbd1a97f4a456c39',118,X'789C3DCAB10D83301005D0DE53FC091880264D22015B38F29713C339917DF10091320415159378A18C0034B44FEF1691ADA89D08A143FD651AD347652AE1C3D4A22B14DC9995A2BC9823B418E84F43E654F05FE66F832B150FEB1C11F6F11C47C2875752BCEB0AB1D113754D8DD90023B82C1F');
INSERT INTO "content" VALUES('6e6c8c2b191e54c114d67d7de0f7e22de9260745c35c99be12f75df79547e3f3',188,X'789C658CCD0AC2301084DF25E73D246D31D257291E96644902751BF30305F1DD45D9E0C1DB7CCC37F35491D0270E55ADDB0D5425D7D2C142AD971133160C0573FCB006738549C37281C58231FABBE446ECE8BFB713D859AC8C81E4914EB7774F5EE89E23D6241D1F6D688FFECB3B72E8E3E1F506254439BB');
CREATE TABLE document (
	id VARCHAR(36) NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	format VARCHAR(16) NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	characters INTEGER NOT NULL, 
	source_sha VARCHAR(64) NOT NULL, 
	read_sha VARCHAR(64) NOT NULL, 
	cleaning_sha VARCHAR(64) NOT NULL, 
	text_sha VARCHAR(64) NOT NULL, 
	structure_sha VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, excluded TEXT DEFAULT '[]' NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name_key), 
	FOREIGN KEY(source_sha) REFERENCES content (sha) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(read_sha) REFERENCES content (sha) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(cleaning_sha) REFERENCES content (sha) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(text_sha) REFERENCES content (sha) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(structure_sha) REFERENCES content (sha) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "document" VALUES('48638ee2-7ea7-458e-8929-7a59e8ab72ba','Åse.txt','åse.txt','txt','nb',111,'ba894c11055315e6bfa012dc4780e7fd93603c39b1a06eb5d292f06b865cfb8f','ba894c11055315e6bfa012dc4780e7fd93603c39b1a06eb5d292f06b865cfb8f','24449dd067301335a521287a2d0d9b01a104ac2b88460eb8233397a4b9ee2c21','c70860e035364d83149160035e4f9e4ca88e5fa08fdf04a1fbd1a97f4a456c39','6e6c8c2b191e54c114d67d7de0f7e22de9260745c35c99be12f75df79547e3f3',1,'[]');
CREATE TABLE head (
	one INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	PRIMARY KEY (one), 
	CONSTRAINT head_is_one_row CHECK (one = 1)
);
INSERT INTO "head" VALUES(1,14);
CREATE TABLE journal (
	revision INTEGER NOT NULL, 
	verb VARCHAR(64) NOT NULL, 
	coder_id VARCHAR(64) NOT NULL, 
	at VARCHAR(40) NOT NULL, 
	what TEXT NOT NULL, 
	details TEXT NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	target INTEGER, 
	uid VARCHAR(64), 
	PRIMARY KEY (revision), 
	FOREIGN KEY(coder_id) REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED, 
	UNIQUE (uid)
);
INSERT INTO "journal" VALUES(1,'documents.add','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.413599+00:00','Imported {document}','{"document": "Åse.txt"}','do',NULL,NULL);
INSERT INTO "journal" VALUES(2,'codebook.create','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.489788+00:00','Created the code “{code}”','{"code": "Recovery/Håp"}','do',NULL,NULL);
INSERT INTO "journal" VALUES(3,'codebook.create','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.546917+00:00','Created the code “{code}”','{"code": "Medvirkning"}','do',NULL,NULL);
INSERT INTO "journal" VALUES(4,'codings.apply','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.550021+00:00','Coded {document}, {start}–{end}, with “{code}”','{"start": 50, "end": 67, "document": "Åse.txt", "code": "Medvirkning"}','do',NULL,NULL);
INSERT INTO "journal" VALUES(5,'codings.apply','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.583700+00:00','Coded {document}, {start}–{end}, with “{code}”','{"start": 50, "end": 53, "document": "Åse.txt", "code": "Håp"}','do',NULL,NULL);
INSERT INTO "journal" VALUES(6,'codings.apply','447cc5dc-e35f-4128-8b0f-6f24d181ac6c','2026-11-23T04:15:59.597383+00:00','Coded {document}, {start}–{end}, with “{code}”','{"start": 54, "end": 62, "document": "Åse.txt", "code": "Medvirkning"}','do',NULL,NULL);
INSERT INTO "journal" VALUES(7,'codings.memo','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.614948+00:00','Wrote a memo on a coding with “{code}” in {document}','{"code": "Medvirkning", "document": "Åse.txt"}','do',NULL,NULL);
INSERT INTO "journal" VALUES(8,'cases.create','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.620997+00:00','Created the case “{case}”','{"case": "Åse"}','do',NULL,NULL);
INSERT INTO "journal" VALUES(9,'cases.tie','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.811677+00:00','Tied {document} to the case “{case}”','{"document": "Åse.txt", "case": "Åse", "speaker": ""}','do',NULL,NULL);
INSERT INTO "journal" VALUES(10,'cleaning.correct','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.816524+00:00','Corrected the text of {document}','{"document": "Åse.txt"}','do',NULL,NULL);
INSERT INTO "journal" VALUES(11,'codings.remove','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.828645+00:00','Removed a coding with “{code}” from {document}','{"code": "Håp", "document": "Åse.txt"}','do',NULL,NULL);
INSERT INTO "journal" VALUES(12,'codebook.merge','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.846634+00:00','Merged the code “{code}” into “{into}”','{"code": "Recovery/Håp", "into": "Medvirkning"}','do',NULL,NULL);
INSERT INTO "journal" VALUES(13,'undo','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.853079+00:00','Undid revision {revision}','{"revision": 12}','undo',12,NULL);
INSERT INTO "journal" VALUES(14,'codings.resize','86ff9bf2-e031-4702-9dc4-ad0981df324b','2026-11-23T04:15:59.879417+00:00','Changed the boundaries of a coding with “{code}” in {document}','{"code": "Medvirkning", "document": "Åse.txt"}','do',NULL,NULL);
CREATE TABLE layout (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT layout_pkc PRIMARY KEY (version_num)
);
INSERT INTO "layout" VALUES('0002');
CREATE TABLE memo (
	id VARCHAR(36) NOT NULL, 
	about VARCHAR(16) NOT NULL, 
	about_id VARCHAR(36) NOT NULL, 
	coder_id VARCHAR(64) NOT NULL, 
	text TEXT NOT NULL, 
	at VARCHAR(40) NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT one_memo_each UNIQUE (about, about_id), 
	FOREIGN KEY(coder_id) REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "memo" VALUES('c05d2c6a-2cbc-4b70-ac8c-248d89efa995','coding','55883205-0170-4607-8c41-fd9c9354dc9d','86ff9bf2-e031-4702-9dc4-ad0981df324b','et notat, endret','2026-11-23T04:15:59.578511+00:00');
INSERT INTO "memo" VALUES('c787a9cb-f8f7-44eb-88dc-3b7172f7ca3a','coding','732d2ab1-1cb1-47b4-8b34-942d6503beb7','447cc5dc-e35f-4128-8b0f-6f24d181ac6c','Kristians «notat»','2026-11-23T04:15:59.605447+00:00');
CREATE TABLE project (
	id VARCHAR(36) NOT NULL, 
	name TEXT NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	created VARCHAR(40) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "project" VALUES('e42175be-a836-4154-b645-7180fd0ea96b','Gammel studie','nb','2026-11-23T04:15:58.745726+00:00');
CREATE TABLE tie (
	id VARCHAR(36) NOT NULL, 
	case_id VARCHAR(64) NOT NULL, 
	document_id VARCHAR(64) NOT NULL, 
	speaker TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT one_tie_each UNIQUE (case_id, document_id, speaker), 
	FOREIGN KEY(case_id) REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "tie" VALUES('76c15eed-d309-4eb5-96e0-83e2270db874','446a005c-9f00-460d-b62b-834effcb828a','48638ee2-7ea7-458e-8929-7a59e8ab72ba','');
CREATE UNIQUE INDEX one_code_per_path ON code (coalesce(parent_id, ''), name_key);
CREATE INDEX coding_by_code ON coding (code_id, document_id, start);
CREATE INDEX coding_by_coder ON coding (code_id, coder_id);
CREATE INDEX journal_by_coder ON journal (coder_id, kind, revision);
CREATE INDEX journal_by_target ON journal (target, revision);
CREATE INDEX change_by_row ON change (row_id, revision);
CREATE INDEX change_by_document ON change (document_id, revision);
CREATE INDEX tie_by_document ON tie (document_id);
COMMIT;
