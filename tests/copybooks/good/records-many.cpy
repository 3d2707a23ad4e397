      * Several records in a copybook.
       01 R-001.
           05 RECORDTYPE PIC 9(3).
           05 DATA-1 PIC X(7).
       01 R-002.
           05 RECORDTYPE PIC 9(3).
           05 DATA-2 PIC X(14).
       01 R-003.
           05 RECORDTYPE PIC 9(3).
           05 DATA-3 PIC X(21).
       01 R-004.
           05 RECORDTYPE PIC 9(3).
           05 DATA-4 PIC X(28).
       01 R-005.
           05 RECORDTYPE PIC 9(3).
           05 DATA-5 PIC X(35).
       01 R-006.
           05 RECORDTYPE PIC 9(3).
           05 DATA-6 PIC X(42).
       01 R-007.
           05 RECORDTYPE PIC 9(3).
           05 DATA-7 PIC X(49).
       01 R-008.
           05 RECORDTYPE PIC 9(3).
           05 DATA-8 PIC X(56).
