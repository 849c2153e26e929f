START TRANSACTION;
SET SCHEMA "mnist-df";
CREATE TABLE "mnist-df"."ds_ifilters" (
        "id"              INTEGER       NOT NULL DEFAULT next value for "mnist-df"."ifilters_id_seq",
        "filters_task_id" INTEGER,
        "timestamp"       VARCHAR(500),
        "dataset_name"    VARCHAR(500),
        CONSTRAINT "ds_ifilters_id_pkey" PRIMARY KEY ("id")
);
COPY 1 RECORDS INTO "mnist-df"."ds_ifilters" FROM stdin USING DELIMITERS '\t','\n','"';
1	1	"1616622380.5"	"flowers"
CREATE TABLE "mnist-df"."ds_ilayers" (
        "id"                    INTEGER       NOT NULL DEFAULT next value for "mnist-df"."ilayers_id_seq",
        "trainingmodel_task_id" INTEGER,
        "timestamp"             VARCHAR(500),
        "name"                  VARCHAR(500),
        "attribute_type"        VARCHAR(500),
        "value"                 VARCHAR(500),
        CONSTRAINT "ds_ilayers_id_pkey" PRIMARY KEY ("id")
);
COPY 2 RECORDS INTO "mnist-df"."ds_ilayers" FROM stdin USING DELIMITERS '\t','\n','"';
1	2	"1616622379.4042456"	"dropout_1"	"dropout"	"0.4"
2	2	"1616624540.665623"	"dropout_1"	"dropout"	"0.7"
CREATE TABLE "mnist-df"."ds_itrainingmodel" (
        "id"                    INTEGER       NOT NULL DEFAULT next value for "mnist-df"."itrainingmodel_id_seq",
        "trainingmodel_task_id" INTEGER,
        "timestamp"             VARCHAR(500),
        "optimizer_name"        VARCHAR(500),
        "learning_rate"         DOUBLE,
        "num_epochs"            DOUBLE,
        "batch_size"            DOUBLE,
        CONSTRAINT "ds_itrainingmodel_id_pkey" PRIMARY KEY ("id")
);
COPY 2 RECORDS INTO "mnist-df"."ds_itrainingmodel" FROM stdin USING DELIMITERS '\t','\n','"';
1	2	"1616622379.4042456"	"Adam"	0.001	3	64
2	2	"1616624540.665623"	"SGD"	0.01	3	64
CREATE TABLE "mnist-df"."ds_otrainingmodel" (
        "id"                    INTEGER       NOT NULL DEFAULT next value for "mnist-df"."otrainingmodel_id_seq",
        "trainingmodel_task_id" INTEGER,
        "timestamp"             VARCHAR(500),
        "loss"                  DOUBLE,
        "val_accuracy"          DOUBLE,
        "epoch"                 DOUBLE,
        CONSTRAINT "ds_otrainingmodel_id_pkey" PRIMARY KEY ("id")
);
COPY 5 RECORDS INTO "mnist-df"."ds_otrainingmodel" FROM stdin USING DELIMITERS '\t','\n','"';
1	2	"1616622389.5"	2.5	0.25	0
2	2	"1616622399.5"	1.5	0.5	1
3	2	"1616622409.5"	0.75	0.625	2
4	2	"1616624550.5"	2	NULL	0
5	2	"1616624560.5"	1.75	0.5	1
CREATE TABLE "mnist-df"."ds_oadaptation" (
        "id"                 INTEGER       NOT NULL DEFAULT next value for "mnist-df"."oadaptation_id_seq",
        "adaptation_task_id" INTEGER,
        "new_lrate"          DOUBLE,
        "timestamp"          VARCHAR(500),
        "epoch_id"           DOUBLE,
        "adaptation_id"      DOUBLE,
        CONSTRAINT "ds_oadaptation_id_pkey" PRIMARY KEY ("id")
);
COPY 1 RECORDS INTO "mnist-df"."ds_oadaptation" FROM stdin USING DELIMITERS '\t','\n','"';
1	3	0.0005	"1616622399.75"	2	1
CREATE TABLE "mnist-df"."ds_otestingmodel" (
        "id"                   INTEGER       NOT NULL DEFAULT next value for "mnist-df"."otestingmodel_id_seq",
        "testingmodel_task_id" INTEGER,
        "timestamp"            VARCHAR(500),
        "loss"                 DOUBLE,
        "accuracy"             DOUBLE,
        CONSTRAINT "ds_otestingmodel_id_pkey" PRIMARY KEY ("id")
);
COPY 1 RECORDS INTO "mnist-df"."ds_otestingmodel" FROM stdin USING DELIMITERS '\t','\n','"';
1	4	"1616622410.25"	0.8	0.6875
COMMIT;
