      * A building of a register, with its units.
       01 BYGNING.
           03 NOEGLE.
               05 KOMKOD                    PIC 9(4).
               05 EJENDOMSNR                PIC 9(7) COMP-3.
               05 BYGNINGSNR                PIC 9(3).
           03 ADRESSE.
               05 VEJKOD                    PIC 9(4).
               05 HUSNR                     PIC X(4).
               05 POSTNR                    PIC 9(4).
           03 ANVENDELSE                    PIC 9(3).
               88 STUEHUS                   VALUE 110.
               88 PARCELHUS                 VALUE 120 121 122.
               88 ETAGEBOLIG                VALUE 140.
               88 ERHVERV                   VALUE 210 THRU 490.
           03 OPFOERELSESAAR                PIC 9(4).
           03 OMBYGNINGSAAR                 PIC 9(4) BLANK WHEN ZERO.
           03 AREALER                       COMP.
               05 BEBYGGET                  PIC 9(6).
               05 SAMLET-BOLIG              PIC 9(6).
               05 SAMLET-ERHVERV            PIC 9(6).
               05 KAELDER                   PIC 9(6).
               05 ETAGER                    PIC 9(3) OCCURS 6 TIMES.
           03 KOORDINATER.
               05 OEST                      PIC S9(7)V99 COMP-3.
               05 NORD                      PIC S9(7)V99 COMP-3.
           03 MATERIALER.
               05 YDERVEG                   PIC 9(2).
               05 TAG                       PIC 9(2).
           03 MATERIALE-KODER
                    REDEFINES MATERIALER PIC 9(4).
           03 ANTAL-ENHEDER                 PIC 9(3).
           03 ENHED
                    OCCURS 1 TO 250 TIMES DEPENDING ON ANTAL-ENHEDER
                    ASCENDING KEY IS ETAGE SIDEDOER INDEXED BY EX.
               05 ETAGE                     PIC X(2).
               05 SIDEDOER                  PIC X(4).
               05 BOLIGAREAL                PIC 9(4) COMP.
               05 VAERELSER                 PIC 9(2).
               05 TOILET                    PIC X.
