//! What templates of all languages leave to be filled in: their words are often in another language than the text.
//!
//! Which of these stand for something is for who asks; no list here is of one language.

/// Wherever they stand, in these letters.
#[rustfmt::skip]
pub const BLANK_FORMS: [&str; 104] = [
    "DD/MM/YYYY", "MM/DD/YYYY", "DD.MM.YYYY", "TT.MM.JJJJ", "JJ/MM/AAAA", "DD/MM/AAAA", "YYYY-MM-DD", "XX.XX.XXXX",
    "XXX-XXX-XXXX", "Lorem ipsum dolor", "hinter den Wortbergen", "Typoblindtext", "Click or tap here to enter text",
    "Click here to enter text", "Klicken oder tippen Sie hier, um Text einzugeben",
    "Klicken Sie hier, um Text einzugeben", "Cliquez ou appuyez ici pour entrer du texte",
    "Haga clic o pulse aquí para escribir texto", "Error! Reference source not found", "Error! Bookmark not defined",
    "Fehler! Textmarke nicht definiert", "Fehler! Verweisquelle konnte nicht gefunden werden", "QUOTE TO COME",
    "Zitat folgt", "TKTK", "Headline goes here", "Quote goes here", "yourcompany.com", "xx.xx.20", "XX.XX.20",
    "xx/xx/20", "XX/XX/20", "Month Day, Year", "Click or tap to enter a date", "Choose an item.",
    "Wählen Sie ein Element aus", "Cliquez ici pour entrer du texte", "Choisissez un élément",
    "Haga clic aquí para escribir texto", "Elija un elemento", "Fare clic o toccare qui per immettere",
    "Fare clic qui per immettere", "Clique ou toque aqui para introduzir", "Clique ou toque aqui para inserir",
    "Clique aqui para introduzir texto", "Clique aqui para inserir texto", "Klik of tik om tekst in te voeren",
    "Klik hier als u tekst wilt invoeren", "Klicka eller tryck här för att ange text", "Klicka här för att ange text",
    "Klik eller tryk her for at skrive tekst", "Klik her for at angive tekst",
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
    "000 000 0000", "0123 456789", "0123/456789", "0123 / 456789", "01234 567890", "01234/567890", "Musterstraße 1",
    "12345 Musterstadt",
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
pub const ORDERS: [&str; 41] = [
    "add", "adicionar", "aggiungere", "ajouter", "añadir", "bitte", "check", "click", "cliquez", "delete", "dodaj",
    "enter", "fill", "fyll", "haga", "hier", "indsæt", "infoga", "inserir", "inserire", "insert", "insertar",
    "insérer", "klicka", "klicken", "klik", "klikk", "kliknij", "legg", "lägg", "optional", "sett", "tilføj",
    "tilføy", "toevoegen", "type", "udfyld", "uzupełnij", "vul", "wpisz", "your",
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
pub const ALONE: [&str; 46] = [
    "[object object]", "bild folgt", "bitte hier text einfügen", "blah blah blah", "blindtext", "cita por venir",
    "citaat volgt", "citat följer", "citation à venir", "din tekst", "din text", "dummy text", "fixme",
    "foto folgt", "hier text einfügen", "il tuo testo", "lorem ipsum", "photo to follow", "picture to follow",
    "placeholder", "placeholder text", "platzhalter", "platzhaltertext", "quote follows", "quote to come",
    "quote to follow", "sample text", "seu texto", "su texto", "tbc", "tbd", "text folgt", "text here",
    "text text text", "text to follow", "tk", "tktk", "todo", "twój tekst", "type here", "uw tekst", "votre texte",
    "xxx", "your text", "your text here", "zitat folgt noch",
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
