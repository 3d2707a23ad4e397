       01 R PIC X.
       01 R PIC X.
