       01 R PIC X(10) VALUE "ABC.
