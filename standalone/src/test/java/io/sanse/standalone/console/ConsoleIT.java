package io.sanse.standalone.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The whole console in a browser against the whole platform. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {
    private static final String HOSTILE_REMARK = "</p><script>document.title='hacked'</script>{{1+1}}";

    @TempDir
    static Path data;

    private Chromium browser;
    private PlatformProcess platform;
    private Feed feed;
    private ConsolePage page;
    private String operator;
    private String officer;

    @BeforeAll
    void start() throws IOException {
        browser = Chromium.start();
        platform = PlatformProcess.start(data);
        feed = new Feed(platform.address(), platform.token("admin"));
        feed.registerWorld();
        operator = platform.token("operator");
        officer = platform.token("officer-ecology");
        page = new ConsolePage(browser, platform.address());
        browser.size(Chromium.DESK);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (platform != null) {
            platform.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void browserHadNothingToComplainOf() {
        assertEquals(List.of(), browser.errors());
    }

    @Test
    void aTokenThatIsNoneIsRefused() {
        page.open().signIn("not-a-token").awaitText("令牌无效或已过期");

        assertRefusedOnceWith("401");
    }

    @Test
    void aNewAlertAppearsByItselfAndItsClockRuns() throws IOException {
        page.open().signIn(operator).awaitLive();

        feed.raiseYellow("M-LIVE");

        assertTrue(page.row("M-LIVE").getText().contains("磅差异常"));
        String clock = page.row("M-LIVE").findElement(By.className("clock")).getText();
        page.await(
                () -> page.row("M-LIVE")
                                .findElement(By.className("clock"))
                                .getText()
                                .equals(clock)
                        ? null
                        : clock,
                "another time than " + clock);
        browser.photograph("live");
    }

    @Test
    void aYellowAlertIsDrivenToItsClosure() throws IOException {
        feed.raiseYellow("M-ROAD");
        browser.place(120.1, 28.95);
        page.open().signIn(officer).openAlert("M-ROAD");
        page.command("sign").command("notify").command("arrive", sheet -> sheet.locate("120.1"));
        page.command("verify", sheet -> sheet.choose("confirmed").number("1.5"));
        page.command("handle", sheet -> sheet.choose("fine").number("5000"));
        page.command("feed-back");
        page.awaitState("已反馈");

        page.open().signIn(operator).openAlert("M-ROAD");
        page.command("comment", sheet -> sheet.say("照片请补充"))
                .command("urge")
                .command("supervise")
                .command("return", sheet -> sheet.choose("handled").say("材料不全"));
        page.command("feed-back", sheet -> sheet.choose("ecology-yongkang").say("电话答复"));
        page.command("review").command("close");
        page.awaitState("已办结");
        assertTrue(page.find(".timeline").getText().contains("材料不全"));
        browser.photograph("closed");

        page.command("reopen", sheet -> sheet.say("群众再次举报"));
        page.command("transfer", sheet -> sheet.choose("enforcement-yongkang").say("不属本部门"));
        page.awaitState("已派发");
        assertTrue(page.text().contains("哈希链连续"));
    }

    @Test
    void aBlueAlertIsAcknowledgedAndClosed() {
        feed.raiseBlue("M-BLUE");
        page.open().signIn(operator).openAlert("M-BLUE");

        page.command("acknowledge", sheet -> sheet.say("企业已说明"));
        page.command("close", sheet -> sheet.say("已核对磅单"));

        page.awaitState("已办结");
    }

    @Test
    void twoTrucksOfOneFirmInOnePitInOneNightAreRed() {
        feed.raiseRed();
        page.open().signIn(operator).awaitLive();

        WebElement alert = page.row("运输公司的2辆车");

        assertTrue(alert.getDomAttribute("class").contains("edge-red"));
        assertTrue(alert.getText().contains("单位关联车辆聚集"), alert::getText);
        page.openAlert("运输公司的2辆车").awaitText(Feed.SECOND_PLATE);
    }

    @Test
    void aStaleCommandShowsWhatChangedAndMayBeRepeated() {
        feed.raiseYellow("M-STALE");
        page.open().signIn(officer).openAlert("M-STALE");
        ConsolePage.CommandSheet sheet = page.sheet("sign", none -> {});
        // Somebody else is a moment faster: a remark slips in before the command leaves the browser.
        page.script("""
                const send = window.fetch;
                window.fetch = async (address, options) => {
                  if (!String(address).endsWith('/commands')) return send(address, options);
                  window.fetch = send;
                  const headers = { ...options.headers, 'idempotency-key': crypto.randomUUID() };
                  delete headers['if-match'];
                  const body = JSON.stringify({ type: 'comment', reason: '抢先的备注' });
                  await send(address, { ...options, headers, body });
                  return send(address, options);
                };
                """);
        sheet.submit();

        page.awaitText("这条预警在您查看之后有了变化");
        assertTrue(page.find(".commands .problem").getText().contains("抢先的备注"));
        assertRefusedOnceWith("412");

        sheet.submit();
        page.awaitText("签收已完成");
        page.awaitState("已签收");
    }

    @Test
    void hostileTextIsShownAsText() {
        feed.raiseYellow("M-<i>X</i>");
        page.open().signIn(operator).openAlert("M-<i>X</i>");

        page.command("comment", sheet -> sheet.say(HOSTILE_REMARK));

        page.awaitText(HOSTILE_REMARK).awaitText(Feed.HOSTILE_NAME);
        assertEquals(List.of(), page.all("#app script, #app img[src='x'], #app i"));
        assertNotEquals("hacked", page.script("return document.title;"));
    }

    @Test
    void whatRestsOnAPersonIsShownForAPurposeAndTheAuditorSeesThat() throws IOException {
        feed.raiseWithRecord("M-RECORD");
        page.open().signIn(operator).openAlert("M-RECORD");
        page.find(".purpose-form");
        page.script("document.querySelector('.bundle').scrollIntoView();");
        browser.photograph("purpose");
        assertFalse(page.text().contains("有倾倒前科记录"));

        List<WebElement> fields = page.all(".purpose-form input");
        fields.get(fields.size() - 1).sendKeys("核实驾驶员");
        page.find(".purpose-form button").click();
        page.awaitText("有倾倒前科记录").awaitText(Feed.DRIVER);
        browser.photograph("bundle");

        page.open().signIn(platform.token("auditor")).awaitLive().go("access-log");
        page.awaitText("核实驾驶员").awaitText("预警处置").awaitText("已提供");
        browser.photograph("access-log");
        assertTrue(page.fitsAPhone("access-log"));
    }

    @Test
    void aVersionIsWrittenTestedGatedAndPutOnTrialByTwoPeople() throws IOException {
        ModelPage model = new ModelPage(page, "manifest/manifest-weight-gap");
        model.open(operator).write(text -> text.replace("gapPercent >", "gapPercents >"));
        page.awaitText("没有保存").awaitText("undeclared reference to 'gapPercents'");
        assertRefusedOnceWith("422");

        model.write(text -> text.replace("\"45 +", "\"46 +"));
        page.command("test").sheet("gate", none -> {}).submit();
        page.awaitText("可以发布").awaitText("须由另一人发布");
        assertEquals(List.of(), page.all("[data-command='shadow']"));

        model.open(platform.token("admin"));
        page.command("shadow", sheet -> sheet.say("先试运行")).awaitText("在所有节点生效").awaitText("先试运行");
        browser.photograph("model");
        assertTrue(page.fitsAPhone(model.address()));
    }

    @Test
    void aBacktestIsOrderedWatchedAndRead() throws IOException {
        feed.raiseYellow("M-TRIED");
        new ModelPage(page, "manifest/manifest-weight-gap").open(operator).backtest();
        page.awaitText("负荷预测").awaitText("每日命中").find(".backtest-job .level-yellow");
        browser.photograph("backtest");
    }

    @Test
    void theLanguageIsSwitchedAndRemembered() {
        page.open().signIn(operator).awaitText("退出");

        page.all(".header-button").get(0).click();

        page.awaitText("Sign out").reload().awaitText("Sign out");
        assertEquals("en", page.script("return document.documentElement.lang;"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"live", "models", "deliveries", "dead-letters", "catalogue"})
    void everyPageFitsAPhone(String name) throws IOException {
        page.open().signIn(platform.token("admin")).awaitLive();
        assertTrue(page.fitsAPhone(name));
    }

    private void assertRefusedOnceWith(String status) {
        List<String> errors = browser.errors();
        assertTrue(errors.size() == 1 && errors.get(0).contains(status), errors::toString);
    }
}
