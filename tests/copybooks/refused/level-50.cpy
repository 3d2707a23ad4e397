       01 R.
           50 A PIC X.
