       05 A PIC X.
       01 R PIC X.
