       01 R.
           05 A PIC X.
           COPY OTHER REPLACING ==A== BY ==B==.
           05 C PIC X.
