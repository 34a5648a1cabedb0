/**
 * Names by which one person is often called, a line for each: short forms, and spellings that do not sound alike to a rule for English.
 * Common knowledge, not from a source; a name that is missing is still found by how it sounds.
 */
const calledAlike = `
william will bill billy willie liam
robert rob robbie bob bobby bert
richard rick ricky dick rich
elizabeth liz lizzie beth betty betsy eliza elsie libby lisa
katherine catherine kathryn kate katie kathy cathy kay kitty
margaret maggie meg peggy peg madge greta rita
mary molly polly maria mariam maryam
dorothy dot dottie dolly
james jim jimmy jamie
john johnny jack jan ian sean
edward ed eddie ted teddy ned
thomas tom tommy
michael mike mick mickey
anthony antony tony
patrick pat paddy
patricia pat patsy tricia trish
susan sue susie suzanne
barbara barb babs
deborah debbie deb debra
christine chris chrissie christina
christopher chris kit krzysztof
alexander alex sandy alec
alexandra alex sandra
andrew andy drew andrzej
charles charlie chuck
david dave davy
daniel dan danny
donald don donnie
frederick fred freddie
geoffrey geoff jeff
george georgie jerzy
gerald gerry jerry
henry harry hal
joseph joe joey jozef
kenneth ken kenny
lawrence larry laurie
leonard len lenny
matthew matt mateusz
nicholas nick nicky mikolaj
peter pete piotr
ronald ron ronnie
samuel sam sammy
stephen steven steve
stanley stan stanislaw
terence terry
timothy tim
victoria vicky tori
walter walt wally
jacqueline jackie
jennifer jenny jen
josephine jo josie
judith judy
pamela pam
rebecca becky
sandra sandy
theresa teresa terry tess
veronica ronnie
winifred win winnie freda
ann anne annie anna nan nancy hannah
florence flo florrie
ellen nell nellie helen eleanor
janet jan jean joan
mohammed muhammad mohamed mohammad mohamad mohamud mehmet mohd md muhd mo
ahmed ahmad achmed ahmet
abdul abd abdal abdel abdur
yusuf yousuf yousef youssef
hussain hussein husain hossain hossein
fatima fatema fatimah fatma
ayesha aisha aysha aicha
malgorzata gosia
katarzyna kasia
agnieszka aga
joanna asia joasia
`;

/** Which lines a name stands in. */
const linesOf = new Map<string, string[]>();
for (const line of calledAlike.trim().split('\n')) {
  const [first = '', ...others] = line.split(' ');
  for (const name of [first, ...others]) linesOf.set(name, [...(linesOf.get(name) ?? []), first]);
}

/** What a given name has in common with the names that the same person may be called by; empty for a name without any. */
export const alsoCalled = (word: string): readonly string[] => linesOf.get(word) ?? [];
