//! What templates of all languages leave to be filled in: their words are often in another language than the text.
//!
//! Which of these stand for something is for who asks; no list here is of one language.

/// Wherever they stand, in these letters.
#[rustfmt::skip]
pub const BLANK_FORMS: [&str; 126] = [
    "DD/MM/YYYY", "MM/DD/YYYY", "DD.MM.YYYY", "TT.MM.JJJJ", "JJ/MM/AAAA", "DD/MM/AAAA", "YYYY-MM-DD",
    "XX.XX.XXXX", "XXX-XXX-XXXX", "Lorem ipsum dolor", "hinter den Wortbergen", "Typoblindtext",
    "Click or tap here to enter text", "Click here to enter text",
    "Klicken oder tippen Sie hier, um Text einzugeben", "Klicken Sie hier, um Text einzugeben",
    "Cliquez ou appuyez ici pour entrer du texte", "Haga clic o pulse aquí para escribir texto",
    "Error! Reference source not found", "Error! Bookmark not defined", "Fehler! Textmarke nicht definiert",
    "Fehler! Verweisquelle konnte nicht gefunden werden", "QUOTE TO COME", "Zitat folgt", "TKTK",
    "Headline goes here", "Quote goes here", "yourcompany.com", "xx.xx.20", "XX.XX.20", "xx/xx/20", "XX/XX/20",
    "Month Day, Year", "Click or tap to enter a date", "Choose an item.", "Wählen Sie ein Element aus",
    "Cliquez ici pour entrer du texte", "Choisissez un élément", "Haga clic aquí para escribir texto",
    "Elija un elemento", "Fare clic o toccare qui per immettere", "Fare clic qui per immettere",
    "Clique ou toque aqui para introduzir", "Clique ou toque aqui para inserir",
    "Clique aqui para introduzir texto", "Clique aqui para inserir texto", "Klik of tik om tekst in te voeren",
    "Klik hier als u tekst wilt invoeren", "Klicka eller tryck här för att ange text",
    "Klicka här för att ange text", "Klik eller tryk her for at skrive tekst", "Klik her for at angive tekst",
    "Klikk eller trykk her for å skrive inn tekst", "Klikk her for å skrive inn tekst",
    "Kliknij lub naciśnij tutaj, aby wprowadzić tekst", "Kliknij tutaj, aby wprowadzić tekst",
    "Source du renvoi introuvable", "Signet non défini", "Error! Marcador no definido",
    "Error! No se encuentra el origen de la referencia", "Errore. L'origine riferimento non è stata trovata",
    "Errore. Il segnalibro non è definito", "Erro! A origem da referência não foi encontrada",
    "Erro! Marcador não definido", "Fout! Verwijzingsbron niet gevonden", "Fout! Bladwijzer niet gedefinieerd",
    "Fel! Hittar inte referenskälla", "Fel! Bokmärket är inte definierat", "Fejl! Henvisningskilde ikke fundet",
    "Fejl! Bogmærke er ikke defineret", "Feil! Fant ikke referansekilden", "Feil! Bokmerke er ikke definert",
    "Błąd! Nie można odnaleźć źródła odwołania", "Błąd! Nie zdefiniowano zakładki", "MERGEFIELD ",
    "Type your text here", "Escriba aquí su texto", "Hier steht der Text", "Hier könnte Ihr Text stehen",
    "Max Mustermann", "Musterfirma GmbH", "Muster GmbH", "yourwebsite.com", "name@company.com",
    "Day of the week, Month", "Month Date, Year", "DATE at TIME", "DATE AT TIME", "Month 00", "123-456-7890",
    "(123) 456-7890", "123.456.7890", "555-555-5555", "(555) 555-5555", "000-000-0000", "(000) 000-0000",
    "000 000 0000", "0123 456789", "0123/456789", "0123 / 456789", "01234 567890", "01234/567890",
    "Musterstraße 1", "12345 Musterstadt", "MONTH DAY, YEAR", "MONTH DD, YYYY", "Month DD, YYYY",
    "DAY MONTH YEAR", "Day Month Year", "TAG. MONAT JAHR", "Tag. Monat Jahr", "JOUR MOIS ANNÉE",
    "jour mois année", "DÍA DE MES DE AÑO", "día de mes de año", "GIORNO MESE ANNO", "giorno mese anno",
    "DIA DE MÊS DE ANO", "dia de mês de ano", "DAG MAAND JAAR", "dag maand jaar", "DAG MÅNAD ÅR",
    "DAG MÅNED ÅR", "DZIEŃ MIESIĄC ROK", "Sample press release content", "Press Release Template Title",
];

/// What templates call the parts of a release, in the order of their bytes.
#[rustfmt::skip]
pub const ASKED: [&str; 149] = [
    "achternaam", "address", "adresse", "amount", "anschrift", "apelido", "apellidos", "azienda", "bedrijf", "beruf",
    "beschreibung", "betrag", "boilerplate", "cargo", "ceo", "cidade", "cita", "citaat", "citat", "citation",
    "citazione", "citação", "città", "city", "ciudad", "cognome", "company", "completar", "completer", "compléter",
    "contact", "cytat", "data", "date", "datum", "description", "dirección", "e-mail", "ecole", "efternamn",
    "efternavn", "einfügen", "email", "empresa", "enter", "entreprise", "ergänzen", "etternavn", "fecha", "firma",
    "firmenname", "first", "fonction", "functie", "function", "funktion", "função", "headline", "hyperlink", "ihr",
    "ihre", "imię", "inserer", "inserir", "inserire", "insert", "insertar", "insérer", "invoegen", "job", "last",
    "lead", "link", "location", "miasto", "naam", "nachname", "name", "namn", "navn", "nazwa", "nazwisko", "nom",
    "nombre", "nome", "number", "número", "opening", "organisation", "organization", "ort", "paragraph", "phone",
    "place", "placeholder", "platzhalter", "please", "position", "prénom", "quotation", "quote", "release", "role",
    "rolle", "ruolo", "sentence", "sentences", "spokesman", "spokesperson", "spokeswoman", "sprecher", "sprecherin",
    "stadt", "stanowisko", "state", "stilling", "subheadline", "subtitle", "surname", "tbc", "tbd", "tel", "telefon",
    "telefono", "telephone", "text", "titel", "title", "titolo", "titre", "titulo", "town", "tytuł", "título",
    "unternehmen", "url", "uw", "ville", "virksomhed", "vorname", "vostra", "vostro", "votre", "website", "yoursite",
    "zahl", "zitat", "école", "überschrift",
];

/// How a template says what is to be done, before what is to be written.
#[rustfmt::skip]
pub const ORDERS: [&str; 55] = [
    "add", "adicionar", "aggiungere", "ajouter", "añadir", "bitte", "briefly", "check", "click", "cliquez",
    "delete", "describe", "discuss", "dodaj", "elaborate", "enter", "explain", "fill", "fyll", "haga", "hier",
    "highlight", "include", "indsæt", "infoga", "inserir", "inserire", "insert", "insertar", "insérer",
    "klicka", "klicken", "klik", "klikk", "kliknij", "legg", "lägg", "mention", "optional", "outline",
    "provide", "replace", "sett", "specify", "summarise", "summarize", "tilføj", "tilføy", "toevoegen", "type",
    "udfyld", "uzupełnij", "vul", "wpisz", "your",
];

/// The same behind it.
#[rustfmt::skip]
pub const LAST_ORDERS: [&str; 33] = [
    "completar", "completare", "completer", "compléter", "controleren", "einfügen", "einsetzen", "eintragen",
    "ergänzen", "fyllas", "indsættes", "inserer", "inserir", "inserire", "insertar", "insérer", "invoegen",
    "invullen", "kompletteras", "nachtragen", "preencher", "prüfen", "rellenar", "sprawdzić", "tbc", "tktk",
    "toevoegen", "udfyldes", "uzupełnić", "verificar", "verificare", "vérifier", "wstawić",
];

/// What nobody writes alone on a line but for want of words.
#[rustfmt::skip]
pub const ALONE: [&str; 75] = [
    "[object object]", "a completar", "bild folgt", "bitte hier text einfügen", "blah blah blah", "blindtext",
    "cita por venir", "citaat volgt", "citat följer", "citation à venir", "content here", "da completare",
    "din tekst", "din text", "do uzupełnienia", "dummy text", "fixme", "foto folgt", "headline here",
    "hier text einfügen", "il tuo testo", "lorem ipsum", "nog in te vullen", "photo to follow",
    "picture to follow", "placeholder", "placeholder text", "platzhalter", "platzhaltertext", "por completar",
    "press release headline", "press release template", "press release title", "pressemeddelelsens titel",
    "pressemeldingens tittel", "pressmeddelandets rubrik", "quote follows", "quote to come", "quote to follow",
    "sample text", "seu texto", "su texto", "tbc", "tbd", "text folgt", "text here", "text text text",
    "text to follow", "titel der pressemitteilung", "titel van het persbericht", "titolo del comunicato",
    "titre du communiqué", "tk", "tktk", "to be added", "to be completed", "to be filled in", "todo",
    "twój tekst", "type here", "tytuł informacji prasowej", "título de la nota de prensa",
    "título do comunicado", "uw tekst", "votre texte", "wird ergänzt", "wird nachgereicht", "wird noch ergänzt",
    "xxx", "your headline", "your text", "your text here", "zitat folgt noch", "à compléter",
    "überschrift der pressemitteilung",
];

/// What a program writes where it has no value.
pub const PROGRAM_SIGNS: [&str; 10] =
    ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "[object Object]", "NaN", "%s"];

/// Fields of a form letter, in the order of their bytes.
#[rustfmt::skip]
pub const MERGED: [&str; 29] = [
    "achternaam", "address_block", "addressblock", "adressblock", "anrede", "apellidos", "cognome", "company_name",
    "efternamn", "efternavn", "etternavn", "first name", "first_name", "firstname", "fname", "fornavn", "förnamn",
    "greeting", "greeting_line", "greetingline", "last name", "last_name", "lastname", "lname", "nachname",
    "prénom", "salutation", "voornaam", "vorname",
];

/// How what a template says in parentheses begins.
#[rustfmt::skip]
pub const ASKED_IN_PARENTHESES: [&str; 33] = [
    "describe ", "briefly describe ", "mention who ", "mention the ", "mention your ", "mention any ",
    "title of the ", "title of your ", "explain ", "provide ", "include your ", "include a ", "include the ",
    "list your ", "list the names ", "add your ", "add the ", "state your ", "replace with ", "beschreiben sie ",
    "nennen sie ", "fügen sie ", "décrire ", "décrivez ", "indiquez ", "précisez ", "describa ", "indique ",
    "descrivere ", "descreva ", "beschrijf ", "vermeld ", "beskriv ",
];

/// What a template numbers.
#[rustfmt::skip]
pub const NUMBERED: [&str; 33] = [
    "problem", "benefit", "feature", "product", "customer", "quote", "point", "reason", "solution", "partner", "speaker",
    "vorteil", "merkmal", "produkt", "kunde", "zitat", "punkt", "grund", "avantage", "produit", "client", "ventaja",
    "producto", "cliente", "vantaggio", "prodotto", "vantagem", "produto", "voordeel", "klant", "fördel", "fordel",
    "zaleta",
];

/// The last word of what a form asks for, and of no town's or company's name.
#[rustfmt::skip]
pub const LAST_OF_FIELD: [&str; 14] = [
    "date", "name", "number", "amount", "quote", "headline", "audience", "segment", "statement", "percentage",
    "spokesperson", "tagline", "boilerplate", "datum",
];

/// Parts of names that a template gives to its fields, and hardly any program to its variables.
#[rustfmt::skip]
pub const FIELDS: [&str; 56] = [
    "audience", "paragraph", "quote", "headline", "subheadline", "spokesperson", "company", "customer", "product",
    "benefit", "boilerplate", "what", "who", "why", "problem", "solution", "announcement", "placeholder", "insert",
    "your", "city", "ceo", "zielgruppe", "absatz", "zitat", "überschrift", "produkt", "firma", "unternehmen",
    "sprecherin", "sprecher", "stadt", "ville", "citation", "entreprise", "produit", "titre", "cita", "ciudad",
    "empresa", "producto", "titular", "citazione", "azienda", "prodotto", "titolo", "città", "cidade", "citação",
    "produto", "título", "citaat", "bedrijf", "citat", "företag", "cytat",
];

/// What stands for whom to call, until somebody knows.
#[rustfmt::skip]
pub const TO_COME: [&str; 45] = [
    "tbd", "tba", "tbc", "t.b.d", "t.b.a", "t.b.c", "to be confirmed", "to be announced", "to be determined",
    "to be added", "to follow", "n.n", "n. n", "folgt", "folgt noch", "wird ergänzt", "wird noch ergänzt",
    "wird nachgereicht", "wird noch bekannt gegeben", "à compléter", "à confirmer", "à venir", "à préciser",
    "por confirmar", "por determinar", "por completar", "pendiente", "da definire", "da confermare", "da completare",
    "a definir", "a confirmar", "por definir", "a preencher", "volgt", "volgt nog", "nog niet bekend",
    "nog in te vullen", "följer", "meddelas senare", "følger", "oplyses senere", "kommer senere", "do uzupełnienia",
    "do potwierdzenia",
];
