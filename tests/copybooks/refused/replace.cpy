       REPLACE ==A== BY ==B==.
       01 R.
           05 A PIC X.
