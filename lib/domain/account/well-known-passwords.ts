/** The words of which passwords in known collections are made most often, and the words of this service and its places. */
export const wellKnown: readonly string[] = `
abc access account admin administrator alexander amanda andrew angel anthony apple april architect ashley asshole august
austin baby bailey banana baseball basketball batman beautiful blink bond buster butterfly butthead changeme charlie
cheese chelsea chicken chocolate computer cookie correcthorse corvette dallas daniel david december default demo diamond
dragon eagle eagles elephant engineer family february fishing flower football forever freedom friday friend friends
fuckyou fucker gateway george ginger golfer google guest hammer hannah happy harley heaven hello hockey hongkong
horse hunter iceman iloveyou internet jackson january jasmine jasper jennifer jessica jesus jordan joseph joshua july
june junior justin killer kimberly king kitty klaster knight lakers letmein liverpool london love loveme lovely lucky
maggie manager march marina marlboro martin master matrix matthew maverick mercedes merlin michael michelle mickey
midnight money monday monkey monster morgan mother mustang myspace naruto nicole ninja november office october oliver
orange pass passw passwd password patrick peanut pepper phoenix player please pokemon princess private professional
purple qazwsx qwerty rabbit rachel raiders rainbow ranger registration robert rockyou root samantha samsung saturday
scooter secret secure security september server shadow shenzhen silver slayer snoopy soccer sophie sparky spider
spring startrek starwars steelers stella summer sunday sunshine superman superstar taylor tennis test testing theman
thomas thunder thursday tiger tigger trustno trustnoone tuesday tweety user victoria wednesday welcome whatever william
windows winner winter wizard xbox yankees yellow zaq zxcvbnm
woaini woaiwojia nihao mima mimashi wangyut buzhidao caonima zhongguo beijing shanghai guangdong guangzhou taiwan
macau macao kowloon aomen xianggang
qianhai filing filings file register registered reviewer review applicant certificate qualification hk sz cn
前海 深圳 香港 澳門 澳门 備案 备案 註冊 注册 密碼 密码 登入 登录
`
  .split(/\s+/)
  .filter(Boolean);
