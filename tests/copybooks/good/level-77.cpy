      * An independent item and a record.
       77 TELLER PIC S9(4) COMP.
       01 R.
           05 A PIC X.
